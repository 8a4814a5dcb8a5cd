package dev.candor.insight.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is told of the ways that cases took, so that nothing rests on fewer than five of them: the
 * most usual ways one by one, the others together. Where these others would be fewer than five, who
 * knows how many cases there are could count them: then the least usual of the told ones is told
 * with them.
 *
 * @param all how many cases there are
 * @param each the ways told one by one, the most usual first
 * @param others how many cases took another one; 0 where that is not told
 */
record ToldWays(int all, List<Counted> each, int others, ToldReturns returns) {

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
        all, List.copyOf(told), others < Sample.FEWEST ? 0 : others, ToldReturns.of(told, untold));
  }

  private static int cases(List<Counted> ways) {
    return ways.stream().mapToInt(Counted::n).sum();
  }
}
