package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.CycleTimes.Figures;
import dev.candor.insight.internal.CycleTimes.Group;
import dev.candor.insight.internal.StepTimes.StepId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The figures of {@link CycleTimes} over the passes through one step, in place of cases.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager.
 */
@Component
public class StepFigures {

  private final StepTimes steps;
  private final ForManagers managers;

  StepFigures(StepTimes steps, ForManagers managers) {
    this.steps = steps;
    this.managers = managers;
  }

  /** Everything about the passes that ended in the period; what came and went is not told. */
  public Figures of(Person person, TimesQuery query, StepId step, ZoneId zone) {
    return managers.count(
        person, () -> both(query), both -> figures(both, query, steps.numberOf(step), zone));
  }

  /** The groups of the period by a dimension of their cases, the largest first. */
  public List<Group> by(Person person, TimesQuery query, StepId step, Dimension dimension) {
    return managers.count(
        person,
        () -> both(query),
        both -> {
          var number = steps.numberOf(step);
          var now = samples(both.now(), query, number, dimension);
          var before = samples(both.before(), query, number, dimension);
          return CycleTimes.largestFirst(
              now.entrySet().stream()
                  .map(
                      each ->
                          Group.of(
                              each.getKey(),
                              each.getKey(),
                              each.getValue(),
                              before.get(each.getKey())))
                  .toList());
        });
  }

  private EndedBeside both(TimesQuery query) {
    return EndedBeside.of(query, steps::ended);
  }

  private Figures figures(EndedBeside both, TimesQuery query, String number, ZoneId zone) {
    var buckets = Buckets.of(query.from(), query.to(), zone);
    var medians = new ArrayList<Double>();
    var charted = new ArrayList<Integer>();
    for (int bucket = 0; bucket < buckets.size(); bucket++) {
      int at = bucket;
      StepTimes.sample(
              both.now().within(buckets.starts().get(at), buckets.starts().get(at + 1)),
              query,
              number)
          .summary()
          .ifPresent(
              summary -> {
                medians.add((double) summary.median().value());
                charted.add(at);
              });
    }
    var sample = StepTimes.sample(both.now(), query, number);
    return new Figures(
        sample.summary().orElse(null),
        StepTimes.sample(both.before(), query, number).summary().orElse(null),
        sample.size() < Sample.FEWEST ? new int[0] : sample.sorted(),
        ControlChart.of(medians.stream().mapToDouble(Double::doubleValue).toArray()),
        charted,
        buckets,
        null);
  }

  private static Map<String, Sample> samples(
      Ended rows, TimesQuery query, String number, Dimension dimension) {
    var samples = new HashMap<String, Sample>();
    StepTimes.each(
        rows,
        query,
        number,
        (together, us, hand, them) ->
            samples
                .computeIfAbsent(
                    Objects.requireNonNullElse(rows.value(together, dimension), dimension.none()),
                    each -> new Sample())
                .add(us, hand, them));
    return samples;
  }
}
