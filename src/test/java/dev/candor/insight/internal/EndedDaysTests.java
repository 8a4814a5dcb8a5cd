package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.process.ElementHistory.Pass;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.lang.Thread.State;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
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
  @Autowired KeepingDays keeping;
  @Autowired ForManagers managers;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactions;
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
    tell(pass(1, LONG_AGO, 60));
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(60));
    // when
    tell(pass(2, LONG_AGO.plusSeconds(5), 90));
    // then
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(60, 90));
  }

  @Test
  void shouldFindACaseByWhatItIsNow() {
    // given
    tell(pass(1, LONG_AGO, 60));
    await()
        .untilAsserted(
            () -> assertThat(seconds(Map.of(Dimension.SEVERITY, "LOW"))).containsExactly(60));
    // when
    changeSeverity("HIGH");
    // then
    assertThat(seconds(Map.of(Dimension.SEVERITY, "LOW"))).isEmpty();
    assertThat(seconds(Map.of(Dimension.SEVERITY, "HIGH"))).containsExactly(60);
  }

  @Test
  void shouldForgetACaseThatWasDeleted() {
    // given
    tell(pass(1, LONG_AGO, 60));
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(60));
    // when
    forget();
    // then
    assertThat(seconds(Map.of())).isEmpty();
  }

  /** Whatever comes, and however late: who kept it up tells what somebody does who reads it now. */
  @Test
  void shouldTellTheSameAsWhoReadsAllAnewAfterEachChange() {
    // given
    var kept = keeping.of(EndedPasses.SOURCE);
    var today = Instant.now().minusSeconds(600);
    var changes =
        List.<Runnable>of(
            () -> tell(pass(1, today, 60)),
            () -> tell(pass(1, today, 60)),
            () -> tell(pass(2, LONG_AGO, 90)),
            () -> tell(pass(3, null, 30)),
            () -> tell(pass(3, today.plusSeconds(5), 30)),
            () -> tell(pass(3, null, 30)),
            () -> changeSeverity("HIGH"),
            () -> tell(pass(4, LONG_AGO.minus(Duration.ofDays(2)), 15)),
            () -> changeSeverity("MEDIUM"),
            this::forget);
    assertThat(asService(() -> own(kept))).isEmpty();
    // when
    for (var change : changes) {
      change.run();
      // then
      assertThatItIsWhatTheLogSays(kept);
      readOn();
      assertThatItIsWhatTheLogSays(kept);
    }
  }

  @Test
  void shouldMissNothingWhenTheDatabaseFailedMeanwhile() {
    // given
    var kept = keeping.of(failingOutsideBritain(), 1_000_000);
    tell(pass(1, LONG_AGO, 60));
    await().untilAsserted(() -> assertThat(asService(() -> own(kept))).containsExactly("LOW 60"));
    // when
    market("FR");
    changeSeverity("HIGH");
    assertThatThrownBy(() -> asService(() -> own(kept))).isInstanceOf(DataAccessException.class);
    market("GB");
    // then
    assertThat(asService(() -> own(kept))).containsExactly("HIGH 60");
  }

  @Test
  void shouldReadAheadWhatNobodyHasToWaitForThen() {
    // given
    var kept = keeping.of(failingOutsideBritain(), 1_000_000);
    tell(pass(1, LONG_AGO, 60));
    readOn();
    // when
    asService(
        () -> {
          kept.readAhead(query(Map.of()));
          return true;
        });
    market("FR");
    // then
    assertThat(asService(() -> own(kept))).containsExactly("LOW 60");
  }

  /** More ended in the longer period than is kept. */
  @Test
  void shouldKeepWhatOthersAskForWhenAPeriodIsTooLong() {
    // given
    var day = Instant.parse("2003-05-05T09:00:00Z");
    var kept = keeping.of(failingOutsideBritain(), 2);
    for (int number = 1; number <= 6; number++) {
      tell(pass(number, day.plus(Duration.ofDays(number)), number));
    }
    readOn();
    var first = new TimesQuery(day, day.plus(Duration.ofDays(2)), false, Map.of());
    var longer = new TimesQuery(day, day.plus(Duration.ofDays(9)), false, Map.of());
    assertThat(asService(() -> own(kept, first))).containsExactly("LOW 1");
    // when
    assertThat(asService(() -> own(kept, longer)))
        .containsExactly("LOW 1", "LOW 2", "LOW 3", "LOW 4", "LOW 5", "LOW 6");
    market("FR");
    // then
    assertThat(asService(() -> own(kept, first))).containsExactly("LOW 1");
  }

  /** However many ask for what memory has no room for: the heap has room for it once. */
  @Test
  void shouldHoldWhatHasNoRoomForOneWhoCountsAtATime() throws Exception {
    // given
    tell(pass(1, LONG_AGO, 60));
    readOn();
    var small = keeping.of(EndedPasses.SOURCE, 0);
    var large = keeping.of(EndedPasses.SOURCE, 1_000_000);
    var asked = query(Map.of());
    var other = new Thread(() -> asService(() -> own(small)));
    try (var elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
      // when
      asCounting(
          () -> List.of(small.of(asked), small.of(asked), large.of(asked)),
          rows -> {
            other.start();
            await().until(() -> other.getState() == State.WAITING || !other.isAlive());
            // then
            assertThat(other.isAlive()).isTrue();
            assertThat(elsewhere.submit(() -> asService(() -> own(large))))
                .succeedsWithin(Duration.ofSeconds(30));
            return true;
          });
    }
    assertThat(other.join(Duration.ofSeconds(30))).isTrue();
  }

  private <T> void asCounting(Supplier<T> memory, Function<T, Boolean> work) {
    Acting.<Boolean, RuntimeException>asService(
        EventLog.SERVICE, () -> managers.count(memory, work));
  }

  /** For this case alone: those of other tests are read meanwhile. */
  private static EndedTable.Source failingOutsideBritain() {
    var failing =
        EndedPasses.SOURCE.rows()
            + """
               and (i.reference <> '%1$s' or
                    1 / (select count(*) from insight_case where reference = '%1$s' and market = 'GB') = 1)
              """
                .formatted(REFERENCE);
    return new EndedTable.Source(failing, EndedPasses.SOURCE.figures());
  }

  /** Without a word to whoever keeps up with the log. */
  private void market(String market) {
    rows.sql("update insight_case set market = ? where reference = ?")
        .params(market, REFERENCE)
        .update();
  }

  /** As of one moment: somebody else may be counting. */
  private void assertThatItIsWhatTheLogSays(EndedDays kept) {
    var ofOneMoment = new TransactionTemplate(transactions);
    ofOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    Acting.asService(
        EventLog.SERVICE,
        () ->
            ofOneMoment.execute(
                status -> assertThat(own(kept)).isEqualTo(own(keeping.of(EndedPasses.SOURCE)))));
  }

  @Test
  void shouldCountWhatIsToldWhileSomebodyElseFindsOutItsCase() throws Exception {
    // given
    asService(() -> keep(pass(1, LONG_AGO, 60)));
    try (var elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
      // when
      var finding =
          asService(
              () -> {
                keep(pass(2, LONG_AGO, 90));
                var found =
                    elsewhere.submit(
                        () -> {
                          asService(() -> keepReference());
                          readOn();
                        });
                await()
                    .until(
                        () ->
                            found.isDone()
                                || rows.isSomebodyWaitingWith("update insight_instance"));
                return found;
              });
      finding.get(30, TimeUnit.SECONDS);
    }
    // then
    assertThat(seconds(Map.of())).containsExactly(60, 90);
  }

  @Test
  void shouldTellTheSameWhereMemoryHoldsNothing() {
    // given
    tell(pass(1, LONG_AGO, 60));
    tell(pass(2, LONG_AGO.minus(Duration.ofDays(3)), 90));
    tell(pass(3, Instant.now().minusSeconds(30), 30));
    await().untilAsserted(() -> assertThat(seconds(Map.of())).containsExactly(30, 60, 90));
    // when
    var small = keeping.of(EndedPasses.SOURCE, 1);
    var large = keeping.of(EndedPasses.SOURCE, 1_000_000);
    // then
    for (var days : List.of(small, large, small, large)) {
      assertThat(asService(() -> own(days))).containsExactly("LOW 30", "LOW 60", "LOW 90");
    }
  }

  /** Severity and seconds of what is told of the step. */
  private List<String> own(EndedDays days) {
    return own(days, query(Map.of()));
  }

  private List<String> own(EndedDays days, TimesQuery query) {
    var number =
        rows.sql("select id::text from insight_element where process = ? and element = ?")
            .params(STEP.process(), STEP.element())
            .query(String.class)
            .optional();
    var told = new ArrayList<String>();
    var ended = days.of(query);
    ended.read(
        Map.of(),
        (ofCase, element, together, figures, first) -> {
          if (number.filter(ended.element(element)::equals).isPresent()) {
            int seconds = figures[first] + figures[first + 1] + figures[first + 2];
            told.add(ended.value(together, Dimension.SEVERITY) + " " + seconds);
          }
        });
    return told.stream().sorted().toList();
  }

  /** Of what is told of the step, ascending. */
  private List<Integer> seconds(Map<Dimension, String> only) {
    readOn();
    var query = query(only);
    var sample = asService(() -> steps.of(steps.ended(query), query, STEP));
    return Arrays.stream(sample.sorted()).boxed().toList();
  }

  private static TimesQuery query(Map<Dimension, String> only) {
    var now = Instant.now();
    return new TimesQuery(now.minus(Duration.ofDays(25)), now, false, only);
  }

  private void tell(Pass pass) {
    asService(
        () -> {
          keep(pass);
          return keepReference();
        });
  }

  private boolean keep(Pass pass) {
    passes.keep(List.of(pass));
    return true;
  }

  private boolean keepReference() {
    passes.keepReferences(Map.of(INSTANCE, REFERENCE));
    return true;
  }

  /**
   * @param endedAt null while it runs
   */
  private static Pass pass(int number, @Nullable Instant endedAt, int seconds) {
    var begunAt = Objects.requireNonNullElse(endedAt, LONG_AGO).minusSeconds(seconds);
    return new Pass(
        INSTANCE + number,
        INSTANCE,
        1,
        STEP.process(),
        STEP.element(),
        "Look at it long ago",
        "USER_TASK",
        begunAt,
        endedAt,
        endedAt != null);
  }

  private void readOn() {
    AsTheLog.does(log::readOn);
  }

  private void changeSeverity(String severity) {
    rows.sql(
            """
            with changed as (update insight_case set severity = ? where reference = ? returning reference)
            insert into insight_pending (reference) select reference from changed
            """)
        .params(severity, REFERENCE)
        .update();
  }

  private <T> T asService(Supplier<T> work) {
    return Objects.requireNonNull(
        Acting.<T, RuntimeException>asService(
            EventLog.SERVICE, () -> transaction.execute(status -> work.get())));
  }
}
