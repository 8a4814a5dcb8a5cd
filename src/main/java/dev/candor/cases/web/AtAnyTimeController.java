package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseView;
import dev.candor.cases.Comments;
import dev.candor.cases.Dissents;
import dev.candor.cases.LegalHolds;
import dev.candor.cases.LinkedCases;
import dev.candor.cases.PressInquiries;
import dev.candor.cases.Recusals;
import dev.candor.cases.web.Correcting.Entered;
import dev.candor.cases.web.Correcting.FieldNames;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can happen to a case at any time, besides its withdrawal. */
@RestController
@RequestMapping("/api/cases/{reference}")
class AtAnyTimeController {

  private final Recusals recusals;
  private final LegalHolds holds;
  private final Comments comments;
  private final Dissents dissents;
  private final LinkedCases links;
  private final Correcting correcting;
  private final PressInquiries inquiries;
  private final CurrentPerson currentPerson;
  private final Clock clock;

  AtAnyTimeController(
      Recusals recusals,
      LegalHolds holds,
      Comments comments,
      Dissents dissents,
      LinkedCases links,
      Correcting correcting,
      PressInquiries inquiries,
      CurrentPerson currentPerson,
      Clock clock) {
    this.recusals = recusals;
    this.holds = holds;
    this.comments = comments;
    this.dissents = dissents;
    this.links = links;
    this.correcting = correcting;
    this.inquiries = inquiries;
    this.currentPerson = currentPerson;
    this.clock = clock;
  }

  @PostMapping("/recuse")
  @ResponseStatus(HttpStatus.CREATED)
  Recused recuse(@PathVariable String reference, @RequestBody NewRecusal recusal) {
    var by = currentPerson.get();
    var known = CaseReferences.of(reference);
    var who = recusal.person() == null || recusal.person().isBlank() ? null : recusal.person();
    var reason = Entries.words("reason", recusal.reason());
    var person = who == null ? by.id() : new PersonId(who);
    recusals.recuse(known, person, reason, by);
    return new Recused(known.value(), person);
  }

  @PostMapping("/hold")
  Held hold(@PathVariable String reference, @RequestBody NewHold hold) {
    var known = CaseReferences.of(reference);
    var reason = Entries.words("reason", hold.reason());
    var on = !Boolean.FALSE.equals(hold.on());
    if (on) {
      holds.set(known, reason, currentPerson.get());
    } else {
      holds.lift(known, reason, currentPerson.get());
    }
    return new Held(known.value(), on);
  }

  @PostMapping("/comments")
  @ResponseStatus(HttpStatus.CREATED)
  Comments.Comment comment(@PathVariable String reference, @RequestBody NewComment comment) {
    return Entries.comment(
        comments, CaseReferences.of(reference), "text", comment.text(), currentPerson.get());
  }

  @PostMapping("/dissents")
  @ResponseStatus(HttpStatus.CREATED)
  Dissents.Dissent dissent(@PathVariable String reference, @RequestBody NewDissent dissent) {
    var known = CaseReferences.of(reference);
    return dissents.add(known, Entries.words("text", dissent.text()), currentPerson.get());
  }

  @PostMapping("/links")
  @ResponseStatus(HttpStatus.CREATED)
  LinkedCases.Link link(@PathVariable String reference, @RequestBody NewLink link) {
    return Entries.link(links, CaseReferences.of(reference), link.other(), currentPerson.get());
  }

  @Operation(
      summary = "Correct what was flagged",
      description =
          "Adds an entry; the flag stays as it was sent, and the last entry of a field stands. What"
              + " stands already is refused with 409, so that a repeat adds nothing; so is a case"
              + " that is closed or withdrawn. It changes no severity, desk, deadline or decider.")
  @PostMapping("/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  CaseView.Correction correct(
      @PathVariable String reference, @RequestBody NewCorrection correction) {
    return correcting.correct(
        CaseReferences.of(reference),
        new Entered(
            correction.field(),
            correction.value(),
            correction.reason(),
            correction.seen(),
            new FieldNames("value", "reason")),
        currentPerson.get());
  }

  @PostMapping("/press-inquiry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Received receive(@PathVariable String reference, @RequestBody Asked asked) {
    var known = CaseReferences.of(reference);
    var inquiry =
        Entries.inquiry(
            UUID.randomUUID(), asked.askedBy(), asked.text(), asked.answerBy(), clock.instant());
    inquiries.receive(known, currentPerson.get(), inquiry);
    return new Received(known.value(), inquiry.id());
  }

  /**
   * @param person a person's id; oneself when it is left out
   */
  record NewRecusal(@Nullable String reason, @Nullable String person) {}

  record Recused(String reference, PersonId person) {}

  /**
   * @param on false lifts it; left out means set it
   */
  record NewHold(@Nullable Boolean on, @Nullable String reason) {}

  record Held(String reference, boolean onLegalHold) {}

  /**
   * @param text {@code @} and the name or the id of somebody who works on the case mentions them
   */
  record NewComment(@Nullable String text) {}

  record NewDissent(@Nullable String text) {}

  /**
   * @param other the reference of a case whose content they see
   */
  record NewLink(@Nullable String other) {}

  /**
   * @param field sender, relationship, principal, principalKind, principalCountry, market,
   *     audience, legalBasis, items, receivedOn or replyWantedBy
   * @param value as the flag has it, items one in a line; left out where there is none
   * @param seen how many corrections of this field the caller has seen: when there are more by now,
   *     it is refused with 409; left out takes it whatever others corrected
   */
  record NewCorrection(
      @Nullable String field,
      @Nullable String value,
      @Nullable String reason,
      @Nullable Integer seen) {}

  /**
   * @param text the question, in the journalist's words
   * @param askedBy the journalist or the outlet
   * @param answerBy ISO 8601 with its offset: until when they want an answer
   */
  record Asked(@Nullable String text, @Nullable String askedBy, @Nullable String answerBy) {}

  record Received(String reference, UUID inquiry) {}
}
