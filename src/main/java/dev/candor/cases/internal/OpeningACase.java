package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Flag;
import dev.candor.cases.KeyUsedBefore;
import dev.candor.cases.internal.CaseFiles.FlaggedBefore;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.process.RoutingFacts;
import dev.candor.process.SensitiveRequestProcess;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Case, timeline and the word to the engine in one transaction; the number comes before it. */
@Component
class OpeningACase {

  private final References references;
  private final CaseFiles files;
  private final Timeline timeline;
  private final SensitiveRequestProcess process;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpeningACase(
      References references,
      CaseFiles files,
      Timeline timeline,
      SensitiveRequestProcess process,
      TransactionTemplate transaction,
      Clock clock) {
    this.references = references;
    this.files = files;
    this.timeline = timeline;
    this.process = process;
    this.transaction = transaction;
    this.clock = clock;
  }

  CaseReference open(Flag flag, PersonId flagger, @Nullable String idempotencyKey) {
    if (idempotencyKey != null) {
      var before = files.flaggedBefore(flagger, idempotencyKey);
      if (before.isPresent()) {
        return sameFlag(before.get(), flag);
      }
    }
    var reference = references.next();
    var opened =
        transaction.execute(
            status -> {
              if (!files.insert(reference, flag, flagger, idempotencyKey, clock.instant())) {
                return false;
              }
              timeline.add(reference, clock.instant(), flagger, What.FLAGGED, flag.type());
              process.begin(reference.value(), routingFacts(flag));
              return true;
            });
    if (Boolean.TRUE.equals(opened) || idempotencyKey == null) {
      return reference;
    }
    // Somebody used the key between our look and our insert: theirs is the case.
    return sameFlag(files.flaggedBefore(flagger, idempotencyKey).orElseThrow(), flag);
  }

  private static CaseReference sameFlag(FlaggedBefore before, Flag flag) {
    if (!before.flag().equals(flag)) {
      throw new KeyUsedBefore();
    }
    return before.reference();
  }

  private static RoutingFacts routingFacts(Flag flag) {
    return new RoutingFacts(
        flag.type().name(),
        flag.channel().name(),
        flag.principalKind().name(),
        flag.principalCountry(),
        flag.market(),
        isGiven(flag.legalBasis()),
        isGiven(flag.relationship()),
        isGiven(flag.audience()),
        flag.wantsToStayHidden(),
        flag.politicalContent(),
        flag.paid(),
        flag.threat(),
        flag.receivedOn());
  }

  private static boolean isGiven(@Nullable String words) {
    return words != null && !words.isBlank();
  }
}
