package dev.candor.cases.pages;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.Reviewer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People, groups and countries by the names that pages use. */
@Component
public class Names {

  private static final Map<String, String> TEAMS =
      Map.of(
          Groups.COUNSEL,
          "General counsel",
          Groups.POLICY,
          "Policy",
          Groups.COMMUNICATIONS,
          "Communications",
          Groups.ACCOUNT_OPS,
          "Account operations",
          Groups.LEGAL_PROCESS,
          "Legal process",
          Role.DESK.name(),
          "Desk",
          Role.DESK_HEAD.name(),
          "Head of desk",
          Role.COUNSEL.name(),
          "General counsel",
          Role.POLICY.name(),
          "Policy",
          Reviewer.SECOND_REVIEWER.name(),
          "Second review");

  private final People people;

  Names(People people) {
    this.people = people;
  }

  /** Somebody who left is shown by their id. */
  public String person(String id) {
    return people.find(new PersonId(id)).map(Person::name).orElse(id);
  }

  @Nullable String personOrNobody(@Nullable String id) {
    return id == null ? null : person(id);
  }

  /**
   * {@code desk:UK-IE-NL-IL} is "Desk UK-IE-NL-IL"; so are roles; anything else is shown as it is.
   */
  public String group(String group) {
    var desk = Groups.desk("");
    var head = Groups.deskHead("");
    if (group.startsWith(desk)) {
      return "Desk " + group.substring(desk.length());
    }
    if (group.startsWith(head)) {
      return "Head of desk " + group.substring(head.length());
    }
    return TEAMS.getOrDefault(group, group);
  }

  public String groups(List<String> groups) {
    return groups.stream().map(this::group).collect(Collectors.joining(", "));
  }

  static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
