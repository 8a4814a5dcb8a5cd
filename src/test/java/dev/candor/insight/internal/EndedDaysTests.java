package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.insight.internal.StepTimes.Step;
import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.process.ElementHistory.Pass;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps that ended long ago are kept in memory, and still are what the log says. */
@CandorTest
class EndedDaysTests {

  private static final StepId STEP = new StepId("EndedDaysTests", "Task_OfEndedDaysTests");
  private static final String REFERENCE = "SR-2025-77001";
  private static final long INSTANCE = 4_500_000_000_000_000_000L;
  private static final Instant LONG_AGO =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(20));

  @Autowired StepTimes steps;
  @Autowired PassTable passes;
  @Autowired EventLog log;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;
  @Autowired EveryRow rows;

  @BeforeEach
  void write() {
    forget();
    rows.sql(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, state, instance_key, flagged_at)
            values (?, 'OTHER', 'FORMAL', 'GB', 'LOW', 'UK-IE-NL-IL', 'IN_REVIEW', ?, now() - interval '30 days')
            """)
        .params(REFERENCE, INSTANCE)
        .update();
  }

  @AfterEach
  void forget() {
    rows.sql("select insight_forget(?)").param(REFERENCE).query().singleRow();
  }

  @Test
  void shouldTakeOverWhatWasToldLate() {
    // given
    tell(1, LONG_AGO, 60);
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(60));
    // when
    tell(2, LONG_AGO.plusSeconds(5), 90);
    // then
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(60, 90));
  }

  @Test
  void shouldFindACaseByWhatItIsNow() {
    // given
    tell(1, LONG_AGO, 60);
    await()
        .untilAsserted(
            () -> assertThat(seconds(Map.of(Dimension.SEVERITY, "LOW"))).containsExactly(60));
    // when
    rows.sql(
            """
            with changed as (update insight_case set severity = 'HIGH' where reference = ? returning reference)
            insert into insight_pending (reference) select reference from changed
            """)
        .param(REFERENCE)
        .update();
    // then
    assertThat(seconds(Map.of(Dimension.SEVERITY, "LOW"))).isEmpty();
    assertThat(seconds(Map.of(Dimension.SEVERITY, "HIGH"))).containsExactly(60);
  }

  @Test
  void shouldForgetACaseThatWasDeleted() {
    // given
    tell(1, LONG_AGO, 60);
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(60));
    // when
    forget();
    // then
    assertThat(seconds(Map.of())).isEmpty();
  }

  @Test
  void shouldTellTheSameWhereMemoryHoldsNothing() {
    // given
    tell(1, LONG_AGO, 60);
    tell(2, LONG_AGO.minus(Duration.ofDays(3)), 90);
    tell(3, Instant.now().minusSeconds(30), 30);
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(30, 60, 90));
    // when
    var small = new EndedDays(jdbc, dataSource, StepTimes.ENDED, 1);
    var large = new EndedDays(jdbc, dataSource, StepTimes.ENDED, 1_000_000);
    // then
    for (var days : List.of(small, large, small, large)) {
      assertThat(asService(() -> ownSeconds(days))).containsExactlyInAnyOrder(30, 60, 90);
    }
  }

  private List<Integer> ownSeconds(EndedDays days) {
    var number =
        rows.sql("select id::text from insight_element where process = ? and element = ?")
            .params(STEP.process(), STEP.element())
            .query(String.class)
            .single();
    var seconds = new ArrayList<Integer>();
    days.read(
        query(Map.of()),
        Map.of(),
        (element, together, figures, first) -> {
          if (days.element(element).equals(number)) {
            seconds.add(figures[first] + figures[first + 1] + figures[first + 2]);
          }
        });
    return seconds;
  }

  /** Of what is told of the step, ascending. */
  private List<Integer> seconds(Map<Dimension, String> only) {
    Acting.asService(
        EventLog.SERVICE,
        () -> {
          log.readOn();
          return true;
        });
    Map<Step, Sample> samples = asService(() -> steps.of(query(only), STEP));
    return samples.values().stream()
        .flatMap(sample -> Arrays.stream(sample.sorted()).boxed())
        .toList();
  }

  private static TimesQuery query(Map<Dimension, String> only) {
    var now = Instant.now();
    return new TimesQuery(now.minus(Duration.ofDays(25)), now, false, only);
  }

  private void tell(int number, Instant endedAt, int seconds) {
    asService(
        () -> {
          passes.keep(
              List.of(
                  new Pass(
                      INSTANCE + number,
                      INSTANCE,
                      1,
                      STEP.process(),
                      STEP.element(),
                      "Look at it long ago",
                      "USER_TASK",
                      endedAt.minusSeconds(seconds),
                      endedAt,
                      true)));
          passes.keepReferences(Map.of(INSTANCE, REFERENCE));
          return true;
        });
  }

  private <T> T asService(Supplier<T> work) {
    return Objects.requireNonNull(
        Acting.<T, RuntimeException>asService(
            EventLog.SERVICE, () -> transaction.execute(status -> work.get())));
  }
}
