package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.InsightSettings;
import dev.candor.process.ElementHistory;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a feed asks of an engine that tells late, and what it keeps of that. */
@CandorTest
class EngineFeedTests {

  private static final long INSTANCE = 4_100_000_000_000_000_000L;
  private static final Duration LATENESS = Duration.ofMinutes(1);

  private final PassTable passes;
  private final TransactionTemplate transaction;
  private final EveryRow rows;
  private final LateEngine engine = new LateEngine();
  private Instant now = Instant.parse("2040-01-02T09:00:00Z");
  private String upTo;

  @Autowired
  EngineFeedTests(PassTable passes, TransactionTemplate transaction, EveryRow rows) {
    this.passes = passes;
    this.transaction = transaction;
    this.rows = rows;
  }

  /** In a time of its own, which is over when the test is. */
  @BeforeEach
  void setUp() {
    upTo = rows.sql("select up_to::text from insight_feed").query(String.class).single();
    rows.sql("update insight_feed set up_to = ?::timestamptz")
        .param(now.minus(LATENESS).toString())
        .update();
  }

  @AfterEach
  void tearDown() {
    rows.sql("update insight_feed set up_to = ?::timestamptz").param(upTo).update();
    rows.sql("delete from insight_pass where instance_key = ?").param(INSTANCE).update();
    rows.sql("delete from insight_instance where instance_key = ?").param(INSTANCE).update();
  }

  @Test
  void shouldReadOnFromTheNewest() {
    var feed = feed();
    engine.tell(1, now.minusSeconds(50));
    engine.tell(2, now.minusSeconds(30));
    readOn(feed);
    var newest = now.minusSeconds(30);

    now = now.plusSeconds(5);
    engine.tell(3, now.minusSeconds(4));
    readOn(feed);

    assertThat(engine.askedSince.getLast()).isEqualTo(newest.minusSeconds(1));
    assertThat(kept()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldFindWithinAMinuteWhatWasToldLate() {
    var feed = feed();
    var begin = now;
    engine.tell(1, now.minusSeconds(1));
    readOn(feed);
    // when one that ended before is told afterwards
    engine.tell(2, begin.minusSeconds(40));
    now = begin.plusSeconds(5);
    readOn(feed);
    assertThat(kept()).containsExactly(1L);
    now = begin.plusSeconds(61);
    readOn(feed);
    // then
    assertThat(kept()).containsExactly(1L, 2L);
    assertThat(engine.askedSince.getLast()).isEqualTo(begin.minus(LATENESS));
    assertThat(readUpTo()).isEqualTo(now.minus(LATENESS));
  }

  @Test
  void shouldNotTrustTheNewestOnceTheClockWasSetBack() {
    var feed = feed();
    engine.tell(1, now.minusSeconds(1));
    readOn(feed);

    now = now.minusSeconds(20);
    engine.tell(2, now.minusSeconds(1));
    readOn(feed);

    assertThat(kept()).containsExactly(1L, 2L);
  }

  @Test
  void shouldLookBackADayFromTimeToTime() {
    var feed = feed();
    readOn(feed);
    assertThat(engine.askedSince.getLast())
        .isEqualTo(now.minus(LATENESS).minus(Duration.ofDays(1)));
  }

  private EngineFeed feed() {
    InstantSource clock = () -> now;
    return new EngineFeed(
        engine,
        passes,
        transaction,
        new InsightSettings(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            LATENESS,
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofMinutes(1)),
        clock.withZone(ZoneOffset.UTC));
  }

  private static void readOn(EngineFeed feed) {
    AsTheLog.does(feed::readOn);
  }

  private List<Long> kept() {
    return rows
        .sql("select pass_key from insight_pass where instance_key = ? order by pass_key")
        .param(INSTANCE)
        .query(Long.class)
        .list()
        .stream()
        .map(key -> key - INSTANCE)
        .toList();
  }

  private Instant readUpTo() {
    return rows.sql("select up_to from insight_feed")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Tells of a pass when the test says so, whenever that ended. */
  private static class LateEngine implements ElementHistory {

    private final List<Pass> told = new ArrayList<>();
    private final List<Instant> askedSince = new ArrayList<>();

    void tell(long key, Instant ended) {
      told.add(
          new Pass(
              INSTANCE + key,
              INSTANCE,
              INSTANCE,
              "LateProcess",
              "Task",
              "Task",
              "TASK",
              ended,
              ended,
              true));
    }

    @Override
    public Page ended(Instant since, @Nullable String after) {
      askedSince.add(since);
      return new Page(
          told.stream()
              .filter(pass -> !pass.endedAt().isBefore(since))
              .sorted(Comparator.comparing(Pass::endedAt))
              .toList(),
          null);
    }

    @Override
    public Page running(Instant since, @Nullable String after) {
      return new Page(List.of(), null);
    }

    @Override
    public Map<Long, String> references(Collection<Long> processInstances) {
      return Map.of();
    }

    @Override
    public int version(long definitionKey) {
      return 1;
    }
  }
}
