package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.ToldWays.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ways that few took are told, and nothing that rests on fewer than five. */
class ToldWaysTests {

  @Test
  void shouldTellTheWaysOfFewTogether() {
    var told = ToldWays.of(ways("1 2", 12, "1 3", 4, "1 4", 2));

    assertThat(told.each()).containsExactly(new Counted("1 2", 12));
    assertThat(told.others()).isEqualTo(6);
  }

  /** Else they were the rest of the whole, which is known. */
  @Test
  void shouldTellTheLeastUsualWithThemWhereTheyAreFewerThanFive() {
    var told = ToldWays.of(ways("1 2", 12, "1 5", 7, "1 3", 4));

    assertThat(told.each()).containsExactly(new Counted("1 2", 12));
    assertThat(told.others()).isEqualTo(11);
  }

  @Test
  void shouldTellNothingOfFewerThanFiveCases() {
    var told = ToldWays.of(ways("1 2", 2, "1 1", 2));

    assertThat(told.each()).isEmpty();
    assertThat(told.others()).isZero();
    assertThat(told.returns().each()).isEmpty();
  }

  @Test
  void shouldTellTheMostUsualTwentyOneByOne() {
    var many = IntStream.range(0, 25).mapToObj(i -> new Counted("1 " + i, 10 + i)).toList();

    var told = ToldWays.of(many);

    assertThat(told.each()).hasSize(20).startsWith(new Counted("1 24", 34));
    assertThat(told.others()).isEqualTo(10 + 11 + 12 + 13 + 14);
  }

  static List<Counted> ways(Object... each) {
    var ways = new ArrayList<Counted>();
    for (int i = 0; i < each.length; i += 2) {
      ways.add(new Counted((String) each[i], (Integer) each[i + 1]));
    }
    return ways;
  }
}
