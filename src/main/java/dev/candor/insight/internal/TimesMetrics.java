package dev.candor.insight.internal;

import dev.candor.insight.internal.OpenCases.OpenCase;
import dev.candor.insight.internal.OpenCases.Risk;
import dev.candor.insight.internal.ServiceLevels.Level;
import dev.candor.outbox.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cycle times for whoever watches the service, counted anew when its courier comes. No label names
 * a case or a person; groups of fewer than five cases are told together, or not at all.
 */
@Component
class TimesMetrics implements Outbox {

  private static final Duration PERIOD = Duration.ofDays(30);
  private static final String NONE = "NONE";
  private static final Group OTHER = new Group("OTHER", "OTHER");

  private final OpenCases open;
  private final ServiceLevels levels;
  private final CycleTimes times;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Gauges gauges;
  private volatile Log log = new Log(Double.NaN, Double.NaN);

  TimesMetrics(
      OpenCases open,
      ServiceLevels levels,
      CycleTimes times,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      MeterRegistry meters) {
    this.open = open;
    this.levels = levels;
    this.times = times;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.gauges = new Gauges(meters);
    TimeGauge.builder("candor.insight.lag", this, TimeUnit.SECONDS, each -> each.log.lag())
        .description("How long ago the engine's history was read for good")
        .register(meters);
    Gauge.builder("candor.insight.pending", this, each -> each.log.pending())
        .description("Cases that are to be counted")
        .register(meters);
  }

  private record Group(String desk, String severity) {

    Tags tags() {
      return Tags.of("desk", desk, "severity", severity);
    }
  }

  /**
   * @param lag seconds
   */
  private record Log(double lag, double pending) {}

  @Override
  public boolean carryOutOne() {
    count();
    return false;
  }

  private void count() {
    var now = clock.instant();
    var query = new TimesQuery(now.minus(PERIOD), now, true, Map.of());
    gauges.open(groups(open.all().cases()));
    gauges.deadlines(levels.levels(query));
    gauges.cycleTimes(times.by(query, Dimension.DESK));
    log = Objects.requireNonNull(transaction.execute(status -> log(now)));
  }

  private Log log(Instant now) {
    return jdbc.sql(
            """
            select up_to, (select count(distinct reference) from insight_pending) as pending
              from insight_feed
            """)
        .query(
            (row, number) ->
                new Log(
                    Duration.between(row.getObject("up_to", OffsetDateTime.class).toInstant(), now)
                        .toSeconds(),
                    row.getLong("pending")))
        .single();
  }

  /** Of five cases and more each. */
  private static Map<Group, List<OpenCase>> groups(List<OpenCase> cases) {
    var all =
        cases.stream()
            .collect(
                Collectors.groupingBy(
                    each -> new Group(known(each.desk()), known(each.severity()))));
    var told = new HashMap<Group, List<OpenCase>>();
    var others = new ArrayList<OpenCase>();
    all.forEach(
        (group, some) -> {
          if (some.size() < Sample.FEWEST) {
            others.addAll(some);
          } else {
            told.put(group, some);
          }
        });
    if (others.size() >= Sample.FEWEST) {
      told.put(OTHER, others);
    }
    return told;
  }

  private static String known(@Nullable String code) {
    return Objects.requireNonNullElse(code, NONE);
  }

  /** Rows come and go with the groups. */
  private static final class Gauges {

    private final MultiGauge open;
    private final MultiGauge overdue;
    private final MultiGauge atRisk;
    private final MultiGauge met;
    private final MultiGauge missed;
    private final MultiGauge cycleTime;
    private final MultiGauge cycleTimeCases;

    Gauges(MeterRegistry meters) {
      open = gauge(meters, "candor.cases.open", "Open cases");
      overdue = gauge(meters, "candor.cases.overdue", "Open cases with a task overdue");
      atRisk =
          gauge(
              meters,
              "candor.cases.at.risk",
              "Open cases with a task due soon, or older than most that ended");
      met = gauge(meters, "candor.deadlines.met", "Steps of the last 30 days that ended in time");
      missed = gauge(meters, "candor.deadlines.missed", "Steps of the last 30 days that did not");
      cycleTime =
          MultiGauge.builder("candor.cycle.time")
              .description("Working time from flag to decision, of the last 30 days")
              .baseUnit("seconds")
              .register(meters);
      cycleTimeCases =
          gauge(meters, "candor.cycle.time.cases", "Cases that ended in the last 30 days");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
      return MultiGauge.builder(name).description(description).register(meters);
    }

    void open(Map<Group, List<OpenCase>> groups) {
      open.register(rows(groups, Risk.values()), true);
      overdue.register(rows(groups, Risk.OVERDUE), true);
      atRisk.register(rows(groups, Risk.DUE_SOON, Risk.OLD), true);
    }

    void deadlines(List<Level> levels) {
      var told = levels.stream().filter(each -> each.now().share() != null).toList();
      met.register(told.stream().map(each -> Row.of(tags(each), each.now().met())).toList(), true);
      missed.register(
          told.stream().map(each -> Row.of(tags(each), each.now().breached())).toList(), true);
    }

    void cycleTimes(List<CycleTimes.Group> desks) {
      var percentiles = new ArrayList<Row<?>>();
      var counts = new ArrayList<Row<?>>();
      for (var desk : desks) {
        var summary = desk.summary();
        if (summary != null) {
          var tags = Tags.of("desk", desk.code());
          counts.add(Row.of(tags, summary.n()));
          new TreeMap<>(Map.of("50", summary.median(), "85", summary.p85(), "95", summary.p95()))
              .forEach(
                  (percentile, estimate) ->
                      percentiles.add(
                          Row.of(tags.and("percentile", percentile), estimate.value())));
        }
      }
      cycleTime.register(percentiles, true);
      cycleTimeCases.register(counts, true);
    }

    private static Tags tags(Level level) {
      return Tags.of("step", level.step(), "severity", known(level.severity()));
    }

    private static List<Row<?>> rows(Map<Group, List<OpenCase>> groups, Risk... risks) {
      var counted = List.of(risks);
      var rows = new ArrayList<Row<?>>();
      groups.forEach(
          (group, cases) ->
              rows.add(
                  Row.of(
                      group.tags(),
                      cases.stream().filter(each -> counted.contains(each.risk())).count())));
      return rows;
    }
  }
}
