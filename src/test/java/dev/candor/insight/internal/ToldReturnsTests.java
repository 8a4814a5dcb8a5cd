package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.ToldReturns.Returned;
import org.junit.jupiter.api.Test;

/** Where cases came back, as far as it says nothing of fewer than five. */
class ToldReturnsTests {

  @Test
  void shouldTellFromWhereCasesCameBackAndHowOften() {
    var told = of("1 2 1 2 1", 5, "1 1", 6, "1 2 1", 5, "3", 7);

    assertThat(told.each())
        .containsExactly(
            new Returned("2", "1", exactly(10), exactly(15)),
            new Returned("1", "1", exactly(6), exactly(6)),
            new Returned("1", "2", exactly(5), exactly(5)));
    assertThat(told.cameBack()).isEqualTo(exactly(16));
  }

  @Test
  void shouldCountTheOthersWhereTheyAreNoneOrEnough() {
    var told = of("1 1", 6, "1", 10, "2 2", 4, "1 2 1", 4);

    assertThat(told.cameBack()).isEqualTo(exactly(14));
    assertThat(of("1 1", 6, "2", 4, "3", 4).cameBack()).isEqualTo(exactly(6));
    assertThat(of().cameBack()).isEqualTo(exactly(0));
  }

  /** The others would be fewer than five. */
  @Test
  void shouldNotTellThatAllButFewCameBack() {
    assertThat(of("1 1", 9, "1", 2)).isEqualTo(of("1 1", 8, "1", 3));
    assertThat(of("1 1", 9, "1", 2).cameBack()).isEqualTo(atLeast(0));
  }

  /** Of 15 other cases, 13 came back: who reads that knows of the two as well. */
  @Test
  void shouldNotTellOfAReturnThatAllButFewOfTheOthersTook() {
    var told = of("1", 20, "1 1", 6, "1 2 1", 4, "1 2 1 3", 4, "1 2 1 4", 4, "1 2 1 5", 1, "2", 2);

    assertThat(told.each()).containsExactly(new Returned("1", "1", exactly(6), exactly(6)));
    assertThat(told.cameBack()).isEqualTo(atLeast(6));
  }

  @Test
  void shouldSayAtLeastWhereFewOthersCameBackSo() {
    var told = of("1 1", 6, "1 1 2", 4, "3", 4);

    assertThat(told.each()).containsExactly(new Returned("1", "1", atLeast(6), atLeast(6)));
    assertThat(told.cameBack()).isEqualTo(atLeast(6));
  }

  /** Ten took the one return, and two more another: told both, the two were the difference. */
  @Test
  void shouldNotTellHowManyCameBackBesideAReturnThatAllButFewOfThemTook() {
    var told = of("1 2", 9, "1 1", 4, "1 1 3", 4, "1 1 4", 2, "2 2", 2, "4", 4, "5", 4);

    assertThat(told.each()).containsExactly(new Returned("1", "1", exactly(10), exactly(10)));
    assertThat(told.cameBack()).isEqualTo(atLeast(10));
  }

  @Test
  void shouldNotTellHowManyCameBackSoTwiceWhereTheyAreFew() {
    assertThat(of("1 1", 4, "1 1 2", 4, "1 1 1", 1, "2", 4, "3", 4).each())
        .containsExactly(new Returned("1", "1", exactly(9), atLeast(9)));
    assertThat(of("1 1 1 1", 4, "1 1 1", 4, "2", 4, "3", 4).each())
        .containsExactly(new Returned("1", "1", exactly(8), exactly(20)));
  }

  private static ToldReturns of(Object... ways) {
    return ToldWays.of(ToldWaysTests.ways(ways)).returns();
  }

  private static AtLeast exactly(int n) {
    return new AtLeast(n, true);
  }

  private static AtLeast atLeast(int n) {
    return new AtLeast(n, false);
  }
}
