package dev.candor.policy.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.policy.Policies;
import dev.candor.policy.Policies.Clause;
import dev.candor.policy.Policies.Version;
import dev.candor.web.RailEntry;
import dev.candor.web.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Every version of every policy, to be read: what a decision that quotes a clause rests on. */
@Controller
class PoliciesController {

  private final Policies policies;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  PoliciesController(Policies policies, CurrentPerson currentPerson, Clock clock) {
    this.policies = policies;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  /** Everybody may read them; they are at hand for those who decide by them or check that. */
  @Bean
  static RailEntry policiesInTheRail() {
    return new RailEntry(
        58,
        "policies",
        "Policies",
        "/policies",
        person ->
            Stream.of(Role.DESK, Role.DESK_HEAD, Role.POLICY, Role.COUNSEL, Role.AUDITOR)
                .anyMatch(person::is));
  }

  /**
   * @param when in words
   */
  public record VersionLine(
      String name, String version, boolean inForce, String when, List<Clause> clauses) {}

  @GetMapping("/policies")
  String page(Model model) {
    var today = LocalDate.now(clock.withZone(currentPerson.get().zone()));
    model.addAttribute(
        "versions", policies.versions().stream().map(version -> line(version, today)).toList());
    return "policy/policies";
  }

  @GetMapping("/api/policies")
  @ResponseBody
  List<Version> versions() {
    return policies.versions();
  }

  private static VersionLine line(Version version, LocalDate today) {
    var until = version.inForceUntil();
    var inForce = version.isInForceOn(today);
    var from =
        inForce
            ? "since "
            : version.inForceFrom().isAfter(today)
                ? "will be in force from "
                : "was in force from ";
    var when =
        from
            + Times.day(version.inForceFrom())
            + (until == null ? "" : " until " + Times.day(until));
    return new VersionLine(version.name(), version.version(), inForce, when, version.clauses());
  }
}
