package dev.candor.insight.internal;

import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.insight.InsightSettings;
import dev.candor.insight.internal.Measuring.Measured;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reporting;
import dev.candor.outbox.Outbox;
import dev.candor.process.EngineUnavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at one target after the other, and tells its owner once when it is missed: not again until
 * it was kept in between. What is noted and what is told are one transaction.
 */
@Component
class Watching implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(Watching.class);

  private final TargetTable table;
  private final Measuring measuring;
  private final Reporting reporting;
  private final People people;
  private final TransactionTemplate transaction;
  private final InsightSettings settings;
  private final Clock clock;

  Watching(
      TargetTable table,
      Measuring measuring,
      Reporting reporting,
      People people,
      TransactionTemplate transaction,
      InsightSettings settings,
      Clock clock) {
    this.table = table;
    this.measuring = measuring;
    this.reporting = reporting;
    this.people = people;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public boolean carryOutOne() {
    var then = clock.instant().minus(settings.watchInterval());
    var next = transaction.execute(status -> table.nextNotCheckedSince(then));
    Objects.requireNonNull(next).ifPresent(target -> lookAt(target, then));
    return next.isPresent();
  }

  /** Measured before it is taken: its owner waits for no figure, and nobody for a connection. */
  private void lookAt(Target target, Instant then) {
    var measured = measure(target);
    transaction.executeWithoutResult(
        status -> {
          if (table.take(target, then)) {
            note(target, measured);
          }
        });
  }

  private Measured measure(Target target) {
    try {
      return measuring.measure(target.rule(), zone(target));
    } catch (EngineUnavailable e) {
      log.debug("A target waits for the engine; the others do not");
      return Measured.NOTHING;
    }
  }

  private void note(Target target, Measured measured) {
    if (measured.figure() == null) {
      // Too little to say anything: it is neither missed nor kept.
      table.checked(target.id(), null);
      return;
    }
    var before = table.missedWith(target.id());
    before.stream()
        .filter(with -> !measured.missedWith().contains(with))
        .forEach(with -> table.kept(target.id(), with));
    var figure = measured.figure();
    var fresh =
        measured.missedWith().stream().filter(with -> !before.contains(with)).sorted().toList();
    if (!fresh.isEmpty()) {
      var letter = UUID.randomUUID();
      fresh.forEach(with -> table.missed(target, letter, with, figure));
      reporting.tell(
          ReportKind.TARGET_MISSED, new PersonId(target.owner()), ReportsOnTimes.occasion(letter));
    }
    table.checked(target.id(), figure);
  }

  private ZoneId zone(Target target) {
    return people
        .find(new PersonId(target.owner()))
        .map(owner -> owner.zone())
        .orElse(ZoneOffset.UTC);
  }
}
