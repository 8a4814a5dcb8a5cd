package dev.candor.ledger.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.ledger.internal.Heads;
import dev.candor.ledger.internal.LedgerReading;
import dev.candor.ledger.internal.LedgerReading.Line;
import dev.candor.web.Page;
import dev.candor.web.RailEntry;
import dev.candor.web.Times;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The ledger as auditors read it: its newest signed head, and what was written. */
@Controller
class LedgerPageController {

  private static final int ROWS = 50;
  private static final int LONGEST_SUBJECT = 200;

  private final LedgerReading reading;
  private final Heads heads;
  private final LedgerWords words;
  private final CurrentPerson currentPerson;

  LedgerPageController(
      LedgerReading reading, Heads heads, LedgerWords words, CurrentPerson currentPerson) {
    this.reading = reading;
    this.heads = heads;
    this.words = words;
    this.currentPerson = currentPerson;
  }

  @Bean
  static RailEntry ledgerInTheRail() {
    return new RailEntry(70, "ledger", "Ledger", "/ledger", person -> person.is(Role.AUDITOR));
  }

  /**
   * @param actor null when that is not disclosed any more
   * @param details in words
   * @param codes the same as the ledger has it
   */
  record Row(
      long index,
      Times.Moment at,
      String kind,
      String subject,
      @Nullable String actor,
      String details,
      String codes) {}

  @GetMapping("/ledger")
  String show(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "1") String page,
      Model model) {
    var person = currentPerson.get();
    var about = subject.replace("\0", "").strip();
    about = about.substring(0, Math.min(about.length(), LONGEST_SUBJECT));
    int number = Page.askedFor(page) + 1;
    int from = (number - 1) * ROWS;
    var found = reading.read(person, about, from, ROWS);
    var head = heads.current();
    model.addAttribute("head", head);
    model.addAttribute("key", heads.publicKey());
    model.addAttribute("subject", about);
    model.addAttribute("zone", Times.city(person.zone()));
    model.addAttribute(
        "rows", found.lines().stream().map(line -> row(line, person.zone())).toList());
    model.addAttribute("total", found.total());
    model.addAttribute("from", from + 1);
    model.addAttribute("to", from + found.lines().size());
    model.addAttribute("newer", number > 1 ? address(about, number - 1) : null);
    model.addAttribute("older", from + ROWS < found.total() ? address(about, number + 1) : null);
    return "ledger/ledger";
  }

  private Row row(Line line, ZoneId zone) {
    Map<String, String> details = new TreeMap<>(line.facts());
    details.putAll(line.personal());
    return new Row(
        line.index(),
        Times.shortMoment(line.at(), zone),
        line.kind(),
        line.subject(),
        actor(line),
        String.join(" · ", words.phrases(details)),
        details.entrySet().stream()
            .map(detail -> detail.getKey() + " " + detail.getValue())
            .collect(Collectors.joining(" · ")));
  }

  private @Nullable String actor(Line line) {
    if (line.isByService()) {
      return "Candor";
    }
    return line.actor() == null ? null : words.person(line.actor());
  }

  private static String address(String subject, int page) {
    var address = UriComponentsBuilder.fromPath("/ledger").queryParam("page", page);
    if (!subject.isEmpty()) {
      address.queryParam("subject", "{subject}");
    }
    return address.encode().buildAndExpand(subject).toUriString();
  }
}
