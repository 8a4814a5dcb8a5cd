package dev.candor.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the ways that cases took, so that nothing rests on fewer than five of them: the
 * most usual ways one by one, the others together. Where these others would be fewer than five, who
 * knows how many cases there are could count them: then the least usual of the told ones is told
 * with them.
 *
 * @param all how many cases there are
 * @param each the ways told one by one, the most usual first
 * @param others how many cases took another one; 0 where that is not told
 * @param cameBack the share of cases that came back to a step; null where it is not told
 */
record ToldWays(
    int all, List<Counted> each, int others, List<Returned> returns, @Nullable Double cameBack) {

  /** More than anybody reads. */
  private static final int MOST = 20;

  /**
   * @param way the numbers of its steps, in order
   */
  record Counted(String way, int n) {

    List<String> steps() {
      return way.isEmpty() ? List.of() : List.of(way.split(" "));
    }
  }

  /**
   * @param from the number of the step before
   * @param to the number of the step that the case had been at
   */
  record Returned(String from, String to, int cases, int times) {}

  static ToldWays of(List<Counted> ways) {
    var all = ways.stream().mapToInt(Counted::n).sum();
    var told =
        new ArrayList<>(
            ways.stream()
                .filter(way -> way.n() >= Sample.FEWEST)
                .sorted(Comparator.comparingInt(Counted::n).reversed().thenComparing(Counted::way))
                .limit(MOST)
                .toList());
    int others = all - told.stream().mapToInt(Counted::n).sum();
    if (others > 0 && others < Sample.FEWEST && !told.isEmpty()) {
      others += told.removeLast().n();
    }
    return new ToldWays(
        all,
        List.copyOf(told),
        others < Sample.FEWEST ? 0 : others,
        returns(ways),
        cameBack(ways, all));
  }

  private static @Nullable Double cameBack(List<Counted> ways, int all) {
    int back =
        ways.stream().filter(way -> !turns(way.steps()).isEmpty()).mapToInt(Counted::n).sum();
    var isTold = isTold(back) && isTold(all - back) && all > 0;
    return isTold ? (Double) ((double) back / all) : null;
  }

  private static boolean isTold(int cases) {
    return cases == 0 || cases >= Sample.FEWEST;
  }

  private static List<Returned> returns(List<Counted> ways) {
    var cases = new HashMap<Turn, Integer>();
    var times = new HashMap<Turn, Integer>();
    for (var way : ways) {
      turns(way.steps())
          .forEach(
              (turn, often) -> {
                cases.merge(turn, way.n(), Integer::sum);
                times.merge(turn, often * way.n(), Integer::sum);
              });
    }
    return cases.entrySet().stream()
        .filter(each -> each.getValue() >= Sample.FEWEST)
        .map(
            each ->
                new Returned(
                    each.getKey().from(),
                    each.getKey().to(),
                    each.getValue(),
                    times.get(each.getKey())))
        .sorted(
            Comparator.comparingInt(Returned::cases)
                .reversed()
                .thenComparing(Returned::from)
                .thenComparing(Returned::to))
        .limit(MOST)
        .toList();
  }

  private record Turn(String from, String to) {}

  /** How often one way comes back to a step, by where from and where to. */
  private static Map<Turn, Integer> turns(List<String> steps) {
    var turns = new HashMap<Turn, Integer>();
    var seen = new HashSet<String>();
    for (int at = 0; at < steps.size(); at++) {
      if (!seen.add(steps.get(at))) {
        turns.merge(new Turn(steps.get(at - 1), steps.get(at)), 1, Integer::sum);
      }
    }
    return turns;
  }
}
