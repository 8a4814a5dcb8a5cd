package dev.candor.insight.internal;

import static dev.candor.bench.Figures.decimal;
import static org.mockito.Mockito.mock;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.access.internal.IdentityOfTransactions;
import dev.candor.bench.Report;
import dev.candor.process.ElementHistory.Pass;
import dev.candor.process.ProcessPictures;
import dev.candor.process.ProcessSets;
import dev.candor.support.EveryRow;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
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
import org.springframework.context.annotation.Bean;
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
  private static final int STEP_CALLS = 20;
  private static final int STEPS = 12;
  private static final int PASSES = 200_000;
  private static final int COUNTED_BETWEEN_CALLS = 20;
  private static final long FIRST_KEPT = 1_000_000_000L;
  private static final Person MANAGER =
      new Person(
          new PersonId("manager"), "Manager", "", Set.of(Role.MANAGER), Set.of(), ZoneOffset.UTC);

  @Autowired private CycleTimes times;
  @Autowired private ServiceLevels levels;
  @Autowired private OpenCases open;
  @Autowired private HeatMap map;
  @Autowired private Ways ways;
  @Autowired private ExportingTimes exporting;
  @Autowired private ReadingAhead ahead;
  @Autowired private PassTable passes;
  @Autowired private TransactionTemplate transaction;
  @Autowired private EveryRow rows;
  private long held;

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
    KeepingDays.class,
    EndedPasses.class,
    StepTimes.class,
    ForManagers.class,
    CycleTimes.class,
    ServiceLevels.class,
    TaskSurvival.class,
    OpenCases.class,
    PassTable.class,
    LoggedDeadlines.class,
    HeatMap.class,
    Ways.class,
    ExportingTimes.class,
    FilesInTurn.class,
    ReadingAhead.class
  })
  static class InsightOnly {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    /** No diagram is asked for. */
    @Bean
    ProcessSets sets() {
      return mock(ProcessSets.class);
    }

    @Bean
    ProcessPictures pictures() {
      return mock(ProcessPictures.class);
    }
  }

  @Test
  void measureWhatAManagerWaitsFor() {
    var report = new Report("Cycle times: what a manager waits for, and how fast passes are kept");
    var now = Instant.now();
    var quarter = new TimesQuery(now.minus(Duration.ofDays(90)), now, true, Map.of());
    var all = new TimesQuery(now.minus(Duration.ofDays(1_200)), now, true, Map.of());
    var filtered =
        new TimesQuery(
            all.from(), now, true, Map.of(Dimension.SEVERITY, "HIGH", Dimension.DESK, "DESK-2"));
    var quarterFiltered = new TimesQuery(quarter.from(), now, true, filtered.only());
    var table = new ArrayList<List<String>>();
    var steps = new ArrayList<List<String>>();
    var others = new ArrayList<List<String>>();
    var files = new ArrayList<List<String>>();
    int there = 0;
    for (int size : SIZES) {
      new GeneratedTimes(rows).load(there + 1, size);
      there = size;
      var read = millis(() -> Acting.asService(EventLog.SERVICE, ahead::carryOutOne));
      var first = millis(() -> dashboard(quarter));
      table.add(
          List.of("%,d".formatted(size), decimal(first), p95(quarter), p95(all), p95(filtered)));
      steps.add(
          List.of(
              "%,d".formatted(size * STEPS),
              decimal(millis(() -> times.bySteps(MANAGER, quarter))),
              p95(STEP_CALLS, () -> times.bySteps(MANAGER, quarter)),
              p95(STEP_CALLS, () -> times.bySteps(MANAGER, quarterFiltered)),
              p95(STEP_CALLS, () -> levels.of(MANAGER, quarter)),
              p95(STEP_CALLS, () -> open.all(MANAGER, Map.of()))));
      others.add(
          List.of(
              "%,d".formatted(size * STEPS),
              decimal(read),
              p95(STEP_CALLS, () -> map.heat(MANAGER, quarter, "P")),
              p95(STEP_CALLS, () -> map.heat(MANAGER, quarterFiltered, "P")),
              p95(STEP_CALLS, () -> ways.taken(MANAGER, quarter)),
              p95(STEP_CALLS, () -> ways.taken(MANAGER, quarterFiltered))));
      files.add(
          List.of(
              "%,d".formatted(size),
              file(size, out -> exporting.cases(MANAGER, all, out)),
              file(size * STEPS, out -> exporting.events(MANAGER, all, new Held(new XesFile(out)))),
              file(
                  size * STEPS, out -> exporting.events(MANAGER, all, new Held(new OcelFile(out)))),
              "%,.1f".formatted(held / 1e6)));
    }
    report
        .say(
            """
            Finished cases over three years, generated. A dashboard is all figures of the page and the groups by desk; each figure is the 95th
            percentile of %d calls one after the other, in ms, with 20 cases counted anew before each. The first call takes the cases that were counted since into memory."""
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
            """
            Of the last 90 days: figures by step and those filtered, deadlines kept, and what is open (1 case in 500).
            The first call, which reads the days into memory, and the 95th percentile of %d calls, in ms."""
                .formatted(STEP_CALLS))
        .table(
            List.of(
                "Steps",
                "By step, first call ms",
                "By step (goal 300)",
                "By step, filtered (goal 600)",
                "Deadlines (goal 300)",
                "Open (goal 300)"),
            steps)
        .say(
            """
            Of the last 90 days: reading ahead what pages show, before anybody asks; the heat map and the ways, and both filtered; 95th percentile of %d calls, in ms."""
                .formatted(STEP_CALLS))
        .table(
            List.of(
                "Steps",
                "Read ahead ms",
                "Heat map (goal 300)",
                "Heat map, filtered (goal 600)",
                "Ways (goal 300)",
                "Ways, filtered (goal 600)"),
            others)
        .say(
            """
            Files of all three years: cases or passes a second, and the megabytes of the heap that an OCEL file holds when its last event is written.""")
        .table(List.of("Cases", "CSV", "XES", "OCEL", "OCEL holds MB"), files)
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
    return p95(CALLS, () -> dashboard(query));
  }

  private String p95(int calls, Runnable call) {
    var millis = new double[calls];
    for (int i = 0; i < calls; i++) {
      countSomeAnew();
      millis[i] = millis(call);
    }
    Arrays.sort(millis);
    return decimal(millis[Percentiles.rank(calls, 0.95) - 1]);
  }

  /** As happens between two calls. */
  private void countSomeAnew() {
    var some =
        ThreadLocalRandom.current()
            .ints(COUNTED_BETWEEN_CALLS, 1, SIZES[0])
            .mapToObj(GeneratedTimes::reference)
            .toArray(String[]::new);
    for (var table : List.of("insight_time", "insight_case")) {
      rows.sql(
              "update %s set counted = nextval('insight_counted') where reference = any(?)"
                  .formatted(table))
          .param(some)
          .update();
    }
  }

  private interface Export {
    void to(OutputStream out) throws IOException;
  }

  /** Entries a second. */
  private static String file(int entries, Export export) {
    return "%,.0f"
        .formatted(
            entries
                / (millis(
                        () -> {
                          try {
                            export.to(OutputStream.nullOutputStream());
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                        })
                    / 1e3));
  }

  /** Looks how much of the heap is held when the last event was written. */
  private final class Held implements ExportedEvents {

    private final ExportedEvents file;
    private final long before = used();

    Held(ExportedEvents file) {
      this.file = file;
    }

    @Override
    public void add(Event event) {
      file.add(event);
    }

    @Override
    public void end() {
      held = used() - before;
      file.end();
    }

    private static long used() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }

  private static double millis(Runnable call) {
    var begun = System.nanoTime();
    call.run();
    return (System.nanoTime() - begun) / 1e6;
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
                FIRST_KEPT + i,
                FIRST_KEPT + i / 12,
                1,
                "P",
                "Kept_" + i % 12,
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
