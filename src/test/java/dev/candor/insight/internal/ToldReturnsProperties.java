package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.ToldReturns.Returned;
import dev.candor.insight.internal.ToldWays.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A reader who takes from each figure on the page what the ways on it say by themselves. */
class ToldReturnsProperties {

  @Property(tries = 3000)
  void shouldLeaveNothingOfFewerThanFiveToBeReckoned(@ForAll("ways") List<Counted> ways) {
    var told = ToldWays.of(ways);
    int others = told.all() - cases(told.each(), way -> true);
    var parts = new ArrayList<Integer>();
    for (var row : told.returns().each()) {
      int part = row.cases().n() - cases(told.each(), way -> times(way, row) > 0);
      assertNoneOrEnough(part, others);
      parts.add(part);
      int oftener = row.times().n() - part - timesOf(told.each(), row);
      assertThat(row.times().exact() ? oftener : 0).isNotIn(1, 2, 3, 4);
    }
    if (told.returns().cameBack().exact()) {
      int back = told.returns().cameBack().n() - cases(told.each(), way -> comesBack(way));
      assertNoneOrEnough(back, others);
      parts.forEach(part -> assertNoneOrEnough(part, back));
    }
  }

  @Property(tries = 1000)
  void shouldSayOfEachFigureWhetherItIsAll(@ForAll("ways") List<Counted> ways) {
    var told = ToldWays.of(ways).returns();

    assertIs(told.cameBack(), cases(ways, way -> comesBack(way)));
    for (var row : told.each()) {
      assertIs(row.cases(), cases(ways, way -> times(way, row) > 0));
      assertIs(row.times(), timesOf(ways, row));
      assertThat(row.cases().n()).isLessThanOrEqualTo(told.cameBack().n());
    }
  }

  @Provide
  Arbitrary<List<Counted>> ways() {
    var way =
        Arbitraries.of("1", "2", "3").list().ofMaxSize(5).map(steps -> String.join(" ", steps));
    return Combinators.combine(way, Arbitraries.integers().between(1, 8))
        .as(Counted::new)
        .list()
        .uniqueElements(Counted::way)
        .ofMaxSize(12);
  }

  private static void assertNoneOrEnough(int part, int of) {
    assertThat(List.of(part, of - part)).doesNotContain(1, 2, 3, 4);
  }

  private static void assertIs(AtLeast told, int is) {
    if (told.exact()) {
      assertThat(told.n()).isEqualTo(is);
    } else {
      assertThat(told.n()).isLessThanOrEqualTo(is);
    }
  }

  private static int cases(List<Counted> ways, Predicate<Counted> which) {
    return ways.stream().filter(which).mapToInt(Counted::n).sum();
  }

  private static int timesOf(List<Counted> ways, Returned row) {
    return ways.stream().mapToInt(way -> way.n() * times(way, row)).sum();
  }

  private static boolean comesBack(Counted way) {
    return way.steps().stream().distinct().count() < way.steps().size();
  }

  private static int times(Counted way, Returned row) {
    int times = 0;
    for (int at = 1; at < way.steps().size(); at++) {
      if (way.steps().get(at - 1).equals(row.from())
          && way.steps().get(at).equals(row.to())
          && way.steps().subList(0, at).contains(row.to())) {
        times++;
      }
    }
    return times;
  }
}
