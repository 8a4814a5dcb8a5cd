package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nobody names any,                       0,   0,  0, 0,   0,  0",
    "enough name one each,                   6,   6,  0, 0,   1,  6",
    "enough name several,                   30,   6,  6, 30,  9, 30",
    "as many as the others together,        20,   6,  5, 19, 10, ",
    "just as many as half,                  21,   6,  5, 20, 10, 21",
    "few name any,                           4,   4,  0, 0,   1, ",
    "few name several,                     120, 104,  4, 16,  4, ",
    "one names more than all others,       130,  10,  6, 126, 90, ",
    "one more than others that name several, 320, 206, 6, 114, 90, "
  })
  void shouldTellANumberThatTellsOfNoSingleRequest(
      String what, int named, int naming, int severalNaming, int byThose, int most, Integer told) {
    assertThat(new Items(named, naming, severalNaming, byThose, most).told(5)).isEqualTo(told);
  }
}
