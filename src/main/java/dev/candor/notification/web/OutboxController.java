package dev.candor.notification.web;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.notification.OutboxState;
import dev.candor.notification.OutboxState.Letter;
import dev.candor.web.Message;
import dev.candor.web.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What of the mail waits and what is stuck, and trying it again. */
@Controller
class OutboxController {

  private static final String REFUSED = "REFUSED_";

  private final OutboxState outbox;
  private final OutboxPages pages;
  private final People people;
  private final Clock clock;

  OutboxController(OutboxState outbox, OutboxPages pages, People people, Clock clock) {
    this.outbox = outbox;
    this.pages = pages;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping("/outbox")
  String page(Model model) {
    var viewer = pages.administrator();
    var state = outbox.look();
    model.addAttribute(
        "outbox",
        new OutboxPage(
            state.waiting(),
            state.waiting() == 0 ? null : Times.span(state.oldest()),
            state.stuckInAll(),
            lines(state.stuck(), viewer),
            state.failingInAll(),
            lines(state.failing(), viewer)));
    return "notification/outbox";
  }

  @PostMapping("/outbox/{letter}/retry")
  String retry(@PathVariable UUID letter, RedirectAttributes answer) {
    pages.administrator();
    answer.addFlashAttribute(
        "message",
        outbox.tryAgain(letter)
            ? Message.done("It is being tried again. If it fails once more it is back here.")
            : new Message("warn", "It is not here any more: it was sent. Nothing was changed."));
    return "redirect:/outbox";
  }

  @PostMapping("/outbox/retry")
  String retryAll(RedirectAttributes answer) {
    pages.administrator();
    int letters = outbox.tryAllAgain();
    answer.addFlashAttribute(
        "message",
        letters == 0
            ? new Message("warn", "No letter is stuck any more. Nothing was changed.")
            : Message.done("%d being tried again.".formatted(letters)));
    return "redirect:/outbox";
  }

  private List<OutboxPage.Line> lines(List<Letter> letters, Person viewer) {
    return letters.stream().map(letter -> line(letter, viewer)).toList();
  }

  private OutboxPage.Line line(Letter letter, Person viewer) {
    var reader = people.find(new PersonId(letter.person()));
    var refused = letter.why().startsWith(REFUSED);
    var next = letter.nextAttemptAt();
    return new OutboxPage.Line(
        letter.id().toString(),
        reader.map(Person::name).orElse(letter.person()),
        reader.map(Person::email).orElse(null),
        refused ? "mail.why.REFUSED" : "mail.why." + letter.why(),
        refused ? letter.why().substring(REFUSED.length()) : null,
        letter.attempts(),
        Times.moment(letter.writtenAt(), viewer.zone()),
        next == null ? null : again(next, viewer));
  }

  private Times.@Nullable Moment again(Instant next, Person viewer) {
    return next.isAfter(clock.instant()) ? Times.moment(next, viewer.zone()) : null;
  }
}
