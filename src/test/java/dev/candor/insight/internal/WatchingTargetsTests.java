package dev.candor.insight.internal;

import static dev.candor.insight.internal.TargetsOfADesk.DESK;
import static dev.candor.insight.internal.TargetsOfADesk.STEP;
import static dev.candor.insight.internal.TargetsOfADesk.asService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;

import dev.candor.access.People;
import dev.candor.insight.InsightSettings;
import dev.candor.insight.internal.Rule.Kind;
import dev.candor.notification.Reporting;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever looks at targets keeps none from its owner while memory is brought up to date. */
@CandorTest
class WatchingTargetsTests {

  @Autowired ApplicationContext service;
  @Autowired Targets targets;
  @Autowired EveryRow rows;
  @Autowired People people;
  @Autowired TargetTable table;
  @Autowired Reporting reporting;
  @Autowired IdleCases idle;
  @Autowired ForManagers managers;
  @Autowired InsightSettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  private TargetsOfADesk desk;

  @BeforeEach
  void write() {
    desk = TargetsOfADesk.begin(service);
  }

  @AfterEach
  void forget() {
    desk.forget();
  }

  /**
   * Many who wait for memory would else take all connections, and keep the target from its owner.
   */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SHARE_BREACHED", "STEP_P85"})
  void shouldBringMemoryUpToDateBeforeItTakesATarget(Kind kind) {
    // given
    var isTaken = Collections.synchronizedSet(new HashSet<Boolean>());
    var looking = looking(() -> isTaken.add(isActualTransactionActive()));
    targets.set(desk.manager(), new Rule(kind, 2, DESK, kind == Kind.STEP_P85 ? STEP : null));
    // when
    await()
        .until(
            () -> {
              rows.sql("update insight_target set checked_at = null where desk = ?")
                  .param(DESK)
                  .update();
              asService(looking::carryOutOne);
              return !isTaken.isEmpty();
            });
    // then
    assertThat(isTaken).containsExactly(false);
  }

  /** Beside the one at work, with a memory of its own. */
  private Watching looking(Runnable beforeMemory) {
    var telling =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager())) {
          @Override
          public <T> @Nullable T execute(TransactionCallback<T> action) {
            beforeMemory.run();
            return super.execute(action);
          }
        };
    var keeping = new KeepingDays(jdbc, dataSource, telling, clock);
    var measuring =
        new Measuring(
            new ServiceLevels(new LoggedDeadlines(jdbc), keeping, managers, clock),
            new StepTimes(jdbc, new EndedPasses(keeping)),
            idle,
            managers,
            clock);
    return new Watching(table, measuring, reporting, people, transaction, settings, clock);
  }
}
