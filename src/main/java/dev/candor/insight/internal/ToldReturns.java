package dev.candor.insight.internal;

import dev.candor.insight.internal.ToldWays.Counted;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is told of cases that came back to a step. Of a way that is told, its steps say so: what is
 * told beyond these is of the others, and who reads it takes one count from the other. So there is
 * one rule for each count of the others: it is told where it is none, or five at least, and so is
 * what it leaves of whatever it is a part of. Where it is not told, the rest is said to be the
 * least.
 *
 * @param cameBack cases that came back to any step
 */
record ToldReturns(List<Returned> each, AtLeast cameBack) {

  /** More than anybody reads. */
  private static final int MOST = 20;

  /**
   * @param from the number of the step before
   * @param to the number of the step that the case had been at
   */
  record Returned(String from, String to, AtLeast cases, AtLeast times) {}

  /**
   * @param told one by one
   * @param others told together
   */
  static ToldReturns of(List<Counted> told, List<Counted> others) {
    int all = cases(others);
    var ofTold = counted(told);
    var ofOthers = counted(others);
    return new ToldReturns(
        Stream.concat(ofTold.keySet().stream(), ofOthers.keySet().stream())
            .distinct()
            .map(
                turn ->
                    returned(
                        turn,
                        ofTold.getOrDefault(turn, Back.NONE),
                        ofOthers.getOrDefault(turn, Back.NONE),
                        all))
            .filter(row -> row.cases().n() > 0)
            .sorted(
                Comparator.comparing((Returned row) -> row.cases().n())
                    .reversed()
                    .thenComparing(Returned::from)
                    .thenComparing(Returned::to))
            .limit(MOST)
            .toList(),
        cameBack(back(told), back(others), all, ofOthers.values()));
  }

  private static AtLeast cameBack(int told, int others, int all, Collection<Back> turns) {
    var parts = turns.stream().map(Back::cases).filter(cases -> isTold(cases, all)).toList();
    return isTold(others, all) && parts.stream().allMatch(part -> isTold(part, others))
        ? new AtLeast(told + others, true)
        : new AtLeast(told + parts.stream().mapToInt(part -> part).max().orElse(0), false);
  }

  private static Returned returned(Turn turn, Back told, Back others, int all) {
    if (!isTold(others.cases(), all)) {
      return new Returned(
          turn.from(),
          turn.to(),
          new AtLeast(told.cases(), false),
          new AtLeast(told.times(), false));
    }
    return new Returned(
        turn.from(),
        turn.to(),
        new AtLeast(told.cases() + others.cases(), true),
        isTold(others.oftener(), others.cases())
            ? new AtLeast(told.times() + others.times(), true)
            : new AtLeast(told.times() + others.cases(), false));
  }

  private static boolean isTold(int part, int of) {
    return isNoneOrEnough(part) && isNoneOrEnough(of - part);
  }

  private static boolean isNoneOrEnough(int cases) {
    return cases == 0 || cases >= Sample.FEWEST;
  }

  private static int cases(List<Counted> ways) {
    return ways.stream().mapToInt(Counted::n).sum();
  }

  private static int back(List<Counted> ways) {
    return cases(ways.stream().filter(way -> !turns(way.steps()).isEmpty()).toList());
  }

  private static Map<Turn, Back> counted(List<Counted> ways) {
    var counted = new HashMap<Turn, Back>();
    for (var way : ways) {
      turns(way.steps())
          .forEach(
              (turn, often) ->
                  counted.merge(
                      turn,
                      new Back(way.n(), often > 1 ? way.n() : 0, often * way.n()),
                      Back::and));
    }
    return counted;
  }

  private record Turn(String from, String to) {}

  /**
   * @param oftener how many of the cases came back so more than once
   */
  private record Back(int cases, int oftener, int times) {

    private static final Back NONE = new Back(0, 0, 0);

    private Back and(Back more) {
      return new Back(cases + more.cases, oftener + more.oftener, times + more.times);
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
