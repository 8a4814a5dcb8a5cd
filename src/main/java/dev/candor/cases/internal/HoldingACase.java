package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.LegalHolds;
import dev.candor.cases.Recusals;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.process.SensitiveRequestProcess;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code legal_hold}: entries are added, the last one counts. */
@Component
class HoldingACase implements LegalHolds {

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final Recusals recusals;
  private final Timeline timeline;
  private final OnOneCase onOneCase;
  private final SensitiveRequestProcess process;
  private final Clock clock;

  HoldingACase(
      JdbcClient jdbc,
      CaseFiles files,
      Recusals recusals,
      Timeline timeline,
      OnOneCase onOneCase,
      SensitiveRequestProcess process,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.recusals = recusals;
    this.timeline = timeline;
    this.onOneCase = onOneCase;
    this.process = process;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isHeld(CaseReference reference) {
    return jdbc.sql("select held from legal_hold where reference = ? order by id desc limit 1")
        .param(reference.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public void set(CaseReference reference, String reason, Person by) {
    enter(reference, true, reason, by);
  }

  @Override
  public void lift(CaseReference reference, String reason, Person by) {
    enter(reference, false, reason, by);
  }

  /** Who holds a case need not know it: the service does it for them, on this one case. */
  private void enter(CaseReference reference, boolean held, String reason, Person by) {
    if (!by.is(Role.COUNSEL) && !by.is(Role.LEGAL_PROCESS)) {
      throw new AccessDeniedException("Not theirs to say");
    }
    onOneCase.carryOut("legal-hold", reference, () -> write(reference, held, reason, by));
  }

  private void write(CaseReference reference, boolean held, String reason, Person by) {
    files.lock(reference);
    if (recusals.isRecused(by.id(), reference)) {
      throw new UnknownCase();
    }
    if (isHeld(reference) == held) {
      throw new RefusedByRule(
          held ? "This case is on legal hold already" : "This case is not on legal hold");
    }
    var hold =
        jdbc.sql(
                """
                insert into legal_hold (reference, held, reason, person, at)
                values (?, ?, ?, ?, ?) returning id
                """)
            .params(
                reference.value(),
                held,
                reason,
                by.id().value(),
                clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    var what = held ? What.LEGAL_HOLD_SET : What.LEGAL_HOLD_LIFTED;
    timeline.add(reference, clock.instant(), by.id(), what, null);
    if (held) {
      process.holdSet(reference.value(), hold);
    }
  }
}
