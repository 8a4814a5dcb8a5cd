package dev.candor.ledger.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.Role;
import dev.candor.ledger.internal.Heads;
import dev.candor.ledger.publication.Publications;
import dev.candor.ledger.publication.Publications.Publication;
import dev.candor.web.Page;
import dev.candor.web.Times;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Heads that were published: to everybody by the API, and to whom they were mailed for auditors.
 */
@Controller
class LedgerHeadsController {

  private final Publications publications;
  private final Heads heads;
  private final CurrentPerson currentPerson;

  LedgerHeadsController(Publications publications, Heads heads, CurrentPerson currentPerson) {
    this.publications = publications;
    this.heads = heads;
    this.currentPerson = currentPerson;
  }

  public record Row(String day, Times.Moment at, long size, String head, List<Mail> mails) {}

  /**
   * @param sentAt null until the mail server took it
   * @param trouble key of its words; null when there is none
   */
  public record Mail(String address, Times.@Nullable Moment sentAt, @Nullable String trouble) {}

  @GetMapping("/api/ledger/heads")
  @ResponseBody
  Page<Publication> published() {
    var latest = publications.latest();
    return new Page<>(latest, latest.size(), 0, Publications.MOST);
  }

  @GetMapping("/ledger/heads")
  String page(Model model) {
    var person = currentPerson.get();
    if (!person.is(Role.AUDITOR)) {
      throw new AccessDeniedException("Only auditors read the ledger");
    }
    model.addAttribute("rows", rows(person.zone()));
    model.addAttribute("key", heads.publicKey());
    model.addAttribute("zone", Times.city(person.zone()));
    return "ledger/heads";
  }

  private List<Row> rows(ZoneId zone) {
    var mailed = publications.mailed();
    return publications.latest().stream()
        .map(
            each ->
                new Row(
                    Times.day(each.day()),
                    Times.shortMoment(each.at(), zone),
                    each.size(),
                    each.head(),
                    mailed.getOrDefault(each.day(), List.of()).stream()
                        .map(mail -> mail(mail, zone))
                        .toList()))
        .toList();
  }

  private static Mail mail(Publications.Mailed mail, ZoneId zone) {
    return new Mail(
        mail.address(),
        mail.sentAt() == null ? null : Times.shortMoment(mail.sentAt(), zone),
        mail.trouble() == null ? null : "mail.why." + mail.trouble());
  }
}
