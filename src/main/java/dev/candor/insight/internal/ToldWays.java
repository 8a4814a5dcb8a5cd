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
 * with them. Of a told way its steps say whether it comes back: what the others do is the rest, and
 * told only where it rests on five as well.
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
    var all = cases(ways);
    var told =
        new ArrayList<>(
            ways.stream()
                .filter(way -> way.n() >= Sample.FEWEST)
                .sorted(Comparator.comparingInt(Counted::n).reversed().thenComparing(Counted::way))
                .limit(MOST)
                .toList());
    int others = all - cases(told);
    if (others > 0 && others < Sample.FEWEST && !told.isEmpty()) {
      others += told.removeLast().n();
    }
    var untold = ways.stream().filter(way -> !told.contains(way)).toList();
    return new ToldWays(
        all,
        List.copyOf(told),
        others < Sample.FEWEST ? 0 : others,
        returns(told, untold),
        cameBack(ways, untold));
  }

  private static @Nullable Double cameBack(List<Counted> ways, List<Counted> untold) {
    int all = cases(ways);
    int back = back(ways);
    var isTold =
        isTold(back)
            && isTold(all - back)
            && isTold(back(untold))
            && isTold(cases(untold) - back(untold))
            && all > 0;
    return isTold ? (Double) ((double) back / all) : null;
  }

  private static int cases(List<Counted> ways) {
    return ways.stream().mapToInt(Counted::n).sum();
  }

  private static int back(List<Counted> ways) {
    return cases(ways.stream().filter(way -> !turns(way.steps()).isEmpty()).toList());
  }

  private static boolean isTold(int cases) {
    return cases == 0 || cases >= Sample.FEWEST;
  }

  /** Those of the untold ways are counted where five of these cases and more came back so. */
  private static List<Returned> returns(List<Counted> told, List<Counted> untold) {
    var returns = new HashMap<Turn, Back>();
    for (var ways : List.of(told, untold)) {
      counted(ways)
          .forEach(
              (turn, back) -> {
                if (back.cases() >= Sample.FEWEST) {
                  returns.merge(turn, back, Back::and);
                }
              });
    }
    return returns.entrySet().stream()
        .map(each -> each.getValue().returned(each.getKey()))
        .sorted(
            Comparator.comparingInt(Returned::cases)
                .reversed()
                .thenComparing(Returned::from)
                .thenComparing(Returned::to))
        .limit(MOST)
        .toList();
  }

  private static Map<Turn, Back> counted(List<Counted> ways) {
    var counted = new HashMap<Turn, Back>();
    for (var way : ways) {
      turns(way.steps())
          .forEach(
              (turn, often) -> counted.merge(turn, new Back(way.n(), often * way.n()), Back::and));
    }
    return counted;
  }

  private record Turn(String from, String to) {}

  private record Back(int cases, int times) {

    private Back and(Back more) {
      return new Back(cases + more.cases, times + more.times);
    }

    private Returned returned(Turn turn) {
      return new Returned(turn.from(), turn.to(), cases, times);
    }
  }

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
