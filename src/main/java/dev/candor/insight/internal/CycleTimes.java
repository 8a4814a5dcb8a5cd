package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.Sample.Summary;
import dev.candor.insight.internal.StepTimes.Step;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Figures over finished cases, for managers.
 *
 * <p>All methods throw {@link AccessDeniedException} for others.
 */
@Component
public class CycleTimes {

  /** So many single cases are points of their own in a control chart, else the buckets' medians. */
  private static final int MOST_SINGLE = 60;

  private final FinishedCaseTable finished;
  private final OpenCaseTable open;
  private final StepTimes steps;
  private final ForManagers managers;

  CycleTimes(
      FinishedCaseTable finished, OpenCaseTable open, StepTimes steps, ForManagers managers) {
    this.finished = finished;
    this.open = open;
    this.steps = steps;
    this.managers = managers;
  }

  /**
   * @param summary null where there are too few to say anything
   * @param before of the period before; null where there are too few
   */
  public record Group(
      String code, String name, @Nullable Summary summary, @Nullable Summary before) {

    static Group of(String code, String name, Sample now, @Nullable Sample before) {
      return new Group(
          code,
          name,
          now.summary().orElse(null),
          before == null ? null : before.summary().orElse(null));
    }
  }

  /**
   * @param sorted seconds, ascending; empty where there are too few
   * @param chart of single cases, or of the medians of buckets
   * @param charted what its points are: the bucket of each, null for single cases
   * @param flow null where it is not told
   */
  public record Figures(
      @Nullable Summary now,
      @Nullable Summary before,
      int[] sorted,
      ControlChart chart,
      @Nullable List<Integer> charted,
      Buckets buckets,
      @Nullable Flow flow) {}

  /** Everything about the cases that ended in the period. */
  public Figures figures(Person person, TimesQuery query, ZoneId zone) {
    return managers.count(
        person,
        finished::now,
        cases -> {
          var chosen = chosen(cases, query);
          var sample = chosen.sample();
          var buckets = Buckets.of(query.from(), query.to(), zone);
          var enough = sample.size() >= Sample.FEWEST;
          var single = sample.size() <= MOST_SINGLE;
          var charted = new ArrayList<Integer>();
          var values = enough ? values(cases, chosen, buckets, single, charted) : new double[0];
          return new Figures(
              sample.summary().orElse(null),
              chosen(cases, query.before()).sample().summary().orElse(null),
              enough ? sample.sorted() : new int[0],
              ControlChart.of(values),
              single ? null : charted,
              buckets,
              flow(cases, chosen, query, buckets));
        });
  }

  /** The groups of the period by a dimension, the largest first; those too small say nothing. */
  public List<Group> by(Person person, TimesQuery query, Dimension dimension) {
    return managers.count(person, finished::now, cases -> by(cases, query, dimension));
  }

  List<Group> by(TimesQuery query, Dimension dimension) {
    return by(finished.now(), query, dimension);
  }

  private List<Group> by(FinishedCases cases, TimesQuery query, Dimension dimension) {
    var codes = finished.codes(dimension);
    int values = codes.all().size();
    var samples = chosen(cases, query).by(dimension, values);
    var before = chosen(cases, query.before()).by(dimension, values);
    var groups = new ArrayList<Group>();
    for (short code = 0; code < samples.length; code++) {
      if (samples[code] != null) {
        groups.add(Group.of(codes.value(code), codes.value(code), samples[code], before[code]));
      }
    }
    return largestFirst(groups);
  }

  /** The steps that ended in the period. */
  public List<Group> bySteps(Person person, TimesQuery query) {
    return managers.count(
        person,
        () -> EndedBeside.of(query, steps::ended),
        rows -> {
          var before = steps.of(rows.before(), query);
          return largestFirst(
              steps.of(rows.now(), query).entrySet().stream()
                  .map(
                      each ->
                          Group.of(
                              each.getKey().id().code(),
                              each.getKey().name(),
                              each.getValue(),
                              before.get(each.getKey())))
                  .toList());
        });
  }

  /** The tasks and waits that there are, by name. */
  public List<Step> steps(Person person) {
    return managers.count(person, steps::all);
  }

  /** The values that cases have. */
  public Map<Dimension, List<String>> values(Person person) {
    return managers.count(
        person,
        finished::now,
        cases -> {
          var values = new EnumMap<Dimension, List<String>>(Dimension.class);
          for (var dimension : Dimension.values()) {
            values.put(dimension, finished.codes(dimension).all());
          }
          return values;
        });
  }

  static List<Group> largestFirst(List<Group> groups) {
    return groups.stream()
        .sorted(
            Comparator.<Group>comparingInt(
                    group -> Optional.ofNullable(group.summary()).map(Summary::n).orElse(0))
                .reversed()
                .thenComparing(Group::code))
        .toList();
  }

  private double[] values(
      FinishedCases cases, Chosen chosen, Buckets buckets, boolean single, List<Integer> charted) {
    var values = new ArrayList<Double>();
    if (single) {
      chosen.each(at -> values.add((double) chosen.seconds(at)));
    } else {
      var samples = new Sample[buckets.size()];
      chosen.each(
          at -> {
            int bucket = buckets.of(cases.endedAt(at));
            if (samples[bucket] == null) {
              samples[bucket] = new Sample();
            }
            samples[bucket].add(chosen.seconds(at), 0, 0);
          });
      for (int bucket = 0; bucket < samples.length; bucket++) {
        if (samples[bucket] != null && samples[bucket].size() >= Sample.FEWEST) {
          values.add((double) Percentiles.of(samples[bucket].sorted(), 0.5).value());
          charted.add(bucket);
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Flow flow(FinishedCases cases, Chosen chosen, TimesQuery query, Buckets buckets) {
    var arrived = new int[buckets.size()];
    var ended = new int[buckets.size()];
    var openBefore = new int[1];
    var first = buckets.starts().getFirst();
    chosen.eachOfAll(
        at -> {
          var begunAt = cases.begunAt(at);
          var endedAt = cases.endedAt(at);
          count(arrived, buckets, begunAt.isBefore(query.to()) ? buckets.of(begunAt) : -1);
          count(ended, buckets, endedAt.isBefore(query.to()) ? buckets.of(endedAt) : -1);
          openBefore[0] += begunAt.isBefore(first) && !endedAt.isBefore(first) ? 1 : 0;
        });
    for (var begunAt : open.flaggedAt(query)) {
      count(arrived, buckets, begunAt.isBefore(query.to()) ? buckets.of(begunAt) : -1);
      openBefore[0] += begunAt.isBefore(first) ? 1 : 0;
    }
    var counts = new ArrayList<Flow.Counts>();
    int now = openBefore[0];
    for (int bucket = 0; bucket < arrived.length; bucket++) {
      now += arrived[bucket] - ended[bucket];
      counts.add(new Flow.Counts(arrived[bucket], ended[bucket], now));
    }
    return new Flow(buckets, openBefore[0], counts);
  }

  private static void count(int[] counts, Buckets buckets, int bucket) {
    if (bucket >= 0 && bucket < buckets.size()) {
      counts[bucket]++;
    }
  }

  private Chosen chosen(FinishedCases cases, TimesQuery query) {
    return Chosen.of(cases, query, finished::codes);
  }
}
