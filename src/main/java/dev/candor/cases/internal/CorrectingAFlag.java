package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Correction;
import dev.candor.cases.Correctable;
import dev.candor.cases.Flag;
import dev.candor.cases.FlagCorrections;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.web.Fields;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Under a lock on the case: of two who correct the same, the later one is told of the earlier. */
@Component
class CorrectingAFlag implements FlagCorrections {

  private final CaseFiles files;
  private final Corrections corrections;
  private final NeedToKnow needToKnow;
  private final Timeline timeline;
  private final LedgerNotes ledger;
  private final Clock clock;

  CorrectingAFlag(
      CaseFiles files,
      Corrections corrections,
      NeedToKnow needToKnow,
      Timeline timeline,
      LedgerNotes ledger,
      Clock clock) {
    this.files = files;
    this.corrections = corrections;
    this.needToKnow = needToKnow;
    this.timeline = timeline;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Correction correct(CaseReference reference, NewCorrection correction, Person by) {
    var sight = needToKnow.of(by, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    if (sight != Sight.CONTENT) {
      throw new AccessDeniedException("Not theirs to correct");
    }
    if (files.lock(reference).state().isOver()) {
      throw new RefusedByRule("The case is over: what was flagged is not corrected any more");
    }
    var flag = files.flag(reference).orElseThrow(UnknownCase::new);
    var before = corrections.of(reference, flag);
    var stands = Corrections.applied(flag, before);
    var field = correction.field();
    requireNothingInBetween(correction, before.stream().filter(each -> each.isOf(field)).count());
    if (field.of(stands).equals(correction.value())) {
      throw new NotTaken("That is what stands already: there is nothing to correct");
    }
    var corrected =
        new Correction(
            field.field(),
            Corrections.orNone(correction.value()),
            Corrections.orNone(field.of(stands)),
            correction.reason(),
            by.id().value(),
            clock.instant());
    requireItToGoWithTheRest(correction, Corrections.applied(stands, corrected));
    corrections.insert(
        reference,
        UUID.randomUUID(),
        field.field(),
        correction.value(),
        correction.reason(),
        by.id(),
        corrected.at());
    timeline.add(reference, corrected.at(), by.id(), What.CORRECTED, field.field());
    ledger.corrected(reference, by.id(), field);
    return corrected;
  }

  private static void requireNothingInBetween(NewCorrection correction, long made) {
    var seen = correction.seen();
    if (seen != null && seen != made) {
      throw new NotTaken(
          "Somebody corrected this in between: look at what stands now, and correct that");
    }
  }

  /** As the form of the flag asks for. */
  private static void requireItToGoWithTheRest(NewCorrection correction, Flag flag) {
    var days = new Fields();
    switch (correction.field()) {
      case REPLY_WANTED_BY ->
          days.notBefore(
              correction.name(),
              flag.replyWantedBy(),
              Correctable.RECEIVED_ON.field(),
              flag.receivedOn(),
              "the day on which it was received");
      case RECEIVED_ON ->
          days.notAfter(
              correction.name(),
              flag.receivedOn(),
              flag.replyWantedBy(),
              "the day until which a reply is wanted");
      default -> {}
    }
    days.throwIfInvalid();
  }
}
