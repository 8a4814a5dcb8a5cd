package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.ToldWays.Counted;
import dev.candor.insight.internal.ToldWays.Returned;
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
    assertThat(told.returns()).isEmpty();
    assertThat(told.cameBack()).isNull();
  }

  @Test
  void shouldTellTheMostUsualTwentyOneByOne() {
    var many = IntStream.range(0, 25).mapToObj(i -> new Counted("1 " + i, 10 + i)).toList();

    var told = ToldWays.of(many);

    assertThat(told.each()).hasSize(20).startsWith(new Counted("1 24", 34));
    assertThat(told.others()).isEqualTo(10 + 11 + 12 + 13 + 14);
  }

  @Test
  void shouldTellFromWhereCasesCameBackAndHowOften() {
    var told = ToldWays.of(ways("1 2 1 2 1", 5, "1 1", 6, "1 2 1", 3, "3", 7, "3 4 3", 4));

    assertThat(told.returns())
        .containsExactly(
            new Returned("1", "1", 6, 6),
            new Returned("1", "2", 5, 5),
            new Returned("2", "1", 5, 10));
    assertThat(told.cameBack()).isEqualTo(18.0 / 25);
  }

  /** The others would be fewer than five. */
  @Test
  void shouldNotTellThatAllButFewCameBack() {
    assertThat(ToldWays.of(ways("1 1", 9, "1", 2)).cameBack()).isNull();
  }

  /** Each way says by itself whether it comes back: what the others did would be the rest. */
  @Test
  void shouldNotTellHowManyCameBackWhereItTellsOfFewOthers() {
    assertThat(ToldWays.of(ways("1 1", 6, "1", 10, "1 2 1", 1, "2", 4)).cameBack()).isNull();
    assertThat(ToldWays.of(ways("1 1", 6, "1", 10, "1 2 1", 4, "2", 1)).cameBack()).isNull();
    assertThat(ToldWays.of(ways("1 1", 6, "1", 10, "2 2", 4, "1 2 1", 4)).cameBack())
        .isEqualTo(14.0 / 24);
  }

  @Test
  void shouldCountNoReturnsOfFewOthers() {
    assertThat(ToldWays.of(ways("1 1", 6, "1 1 2", 4, "3", 4)).returns())
        .containsExactly(new Returned("1", "1", 6, 6));
    assertThat(ToldWays.of(ways("1 1", 6, "1 1 2", 4, "1 1 3", 4)).returns())
        .containsExactly(new Returned("1", "1", 14, 14));
  }

  private static List<Counted> ways(Object... each) {
    var ways = new ArrayList<Counted>();
    for (int i = 0; i < each.length; i += 2) {
      ways.add(new Counted((String) each[i], (Integer) each[i + 1]));
    }
    return ways;
  }
}
