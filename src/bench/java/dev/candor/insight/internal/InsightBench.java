package dev.candor.insight.internal;

import static dev.candor.bench.Figures.decimal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.access.internal.IdentityOfTransactions;
import dev.candor.bench.Report;
import dev.candor.process.ElementHistory.Pass;
import dev.candor.support.EveryRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a manager waits for, from ten thousand finished cases to a million, and how fast passes are
 * kept.
 */
@SpringBootTest(classes = InsightBench.InsightOnly.class, webEnvironment = WebEnvironment.NONE)
class InsightBench {

  private static final int[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int CALLS = 60;
  private static final int PASSES = 200_000;
  private static final Person MANAGER =
      new Person(
          new PersonId("manager"), "Manager", "", Set.of(Role.MANAGER), Set.of(), ZoneOffset.UTC);

  @Autowired private CycleTimes times;
  @Autowired private PassTable passes;
  @Autowired private TransactionTemplate transaction;
  @Autowired private EveryRow rows;

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @Import({
    IdentityOfTransactions.class,
    FinishedCaseTable.class,
    OpenCaseTable.class,
    StepTimes.class,
    ForManagers.class,
    CycleTimes.class,
    PassTable.class
  })
  static class InsightOnly {}

  @Test
  void measureWhatAManagerWaitsFor() {
    var report = new Report("Cycle times: what a manager waits for, and how fast passes are kept");
    var now = Instant.now();
    var quarter = new TimesQuery(now.minus(Duration.ofDays(90)), now, true, Map.of());
    var all = new TimesQuery(now.minus(Duration.ofDays(1_200)), now, true, Map.of());
    var filtered =
        new TimesQuery(
            all.from(), now, true, Map.of(Dimension.SEVERITY, "HIGH", Dimension.DESK, "DESK-2"));
    var table = new ArrayList<List<String>>();
    int there = 0;
    for (int size : SIZES) {
      load(there + 1, size);
      there = size;
      var begun = System.nanoTime();
      dashboard(quarter);
      table.add(
          List.of(
              "%,d".formatted(size),
              decimal((System.nanoTime() - begun) / 1e6),
              p95(quarter),
              p95(all),
              p95(filtered)));
    }
    report
        .say(
            """
            Finished cases over three years, generated. A dashboard is all figures of the page and the groups by desk; each figure is the 95th
            percentile of %d calls one after the other, in ms. The first call takes the cases that were counted since into memory."""
                .formatted(CALLS))
        .table(
            List.of(
                "Cases",
                "First call ms",
                "Last 90 days (goal 300)",
                "All three years (goal 300)",
                "Filtered (goal 600)"),
            table)
        .say(
            "Passes kept: %,.0f a second (%,d passes in portions of 1,000; goal 10,000)."
                .formatted(kept(), PASSES))
        .write();
  }

  private void dashboard(TimesQuery query) {
    times.figures(MANAGER, query, ZoneOffset.UTC);
    times.by(MANAGER, query, Dimension.DESK);
  }

  private String p95(TimesQuery query) {
    var millis = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      var begun = System.nanoTime();
      dashboard(query);
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return decimal(millis[Percentiles.rank(CALLS, 0.95) - 1]);
  }

  private void load(int from, int to) {
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            select 'SR-2025-' || lpad(i::text, 7, '0'), (array['OTHER','VERIFY_OR_LABEL','DISCLOSE_DATA'])[1 + i % 3],
                   (array['FORMAL','INFORMAL','VERBAL'])[1 + i % 3], (array['LOW','MEDIUM','HIGH','CRITICAL'])[1 + i % 4],
                   'DESK-' || i % 7, (array['DECLINED','ACCEPTED','NO_ACTION'])[1 + i % 3], 1 + i % 5,
                   ended - seconds * interval '1 second', ended, seconds / 2, seconds / 3, seconds - seconds / 2 - seconds / 3,
                   seconds / 8, seconds / 12, seconds / 10, '', nextval('insight_counted')
              from (select i, now() - random() * interval '1095 days' as ended,
                           (exp(11 + 1.2 * (random() + random() + random() - 1.5)))::int as seconds
                      from generate_series(?, ?) i) g
            """)
        .params(from, to)
        .update();
  }

  /** Passes a second. */
  private double kept() {
    var begin = Instant.parse("2026-01-01T00:00:00Z");
    var begun = System.nanoTime();
    for (int first = 0; first < PASSES; first += 1_000) {
      var some = new ArrayList<Pass>();
      for (int i = first; i < first + 1_000; i++) {
        var at = begin.plusSeconds(i);
        some.add(
            new Pass(
                i,
                i / 12,
                1,
                "P",
                "Task_" + i % 12,
                "Task",
                "USER_TASK",
                at,
                at.plusSeconds(60),
                true));
      }
      Acting.asService(
          EventLog.SERVICE,
          () -> {
            transaction.executeWithoutResult(status -> passes.keep(some));
            return true;
          });
    }
    return PASSES / ((System.nanoTime() - begun) / 1e9);
  }
}
