package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against published figures, and against counting where nothing is open. */
class SurvivalTests {

  /** Weeks in remission with 6-MP: Freireich and others, Blood 21 (1963). */
  private static final long[] ENDED = {6, 6, 6, 7, 10, 13, 16, 22, 23};

  private static final long[] OPEN = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

  @ParameterizedTest
  @CsvSource({
    "5, 1",
    "6, 0.857",
    "7, 0.807",
    "9, 0.807",
    "10, 0.753",
    "13, 0.690",
    "16, 0.627",
    "22, 0.538",
    "23, 0.448",
    "40, 0.448"
  })
  void shouldComeToTheFiguresThatWerePublished(long week, double share) {
    assertThat(new Survival(ENDED, OPEN).survivingTo(week)).isCloseTo(share, within(0.0005));
  }

  @Test
  void shouldForetellWithinThoseThatGotAsOld() {
    var hundred = new Survival(LongStream.rangeClosed(1, 100).toArray(), new long[0]);

    assertThat(hundred.ends(0, 0.5)).hasValue(50);
    assertThat(hundred.ends(60, 0.5)).hasValue(80);
    assertThat(hundred.ends(60, 0.85)).hasValue(94);
  }

  @Test
  void shouldBeSilentWhereItWouldRestOnTooFew() {
    var few = new Survival(LongStream.rangeClosed(1, 29).toArray(), new long[0]);
    var hundred = new Survival(LongStream.rangeClosed(1, 100).toArray(), new long[0]);

    assertThat(few.ends(1, 0.5)).isEmpty();
    assertThat(hundred.ends(92, 0.5)).isEmpty();
    assertThat(hundred.ends(91, 0.5)).isPresent();
  }

  @Test
  void shouldBeSilentWhereSoLongWasNeverSeen() {
    var mostAreOpen =
        new Survival(
            LongStream.rangeClosed(1, 30).toArray(), LongStream.rangeClosed(100, 200).toArray());

    assertThat(mostAreOpen.ends(10, 0.5)).isEmpty();
  }

  /**
   * Of 40 tasks, one an hour, 30 took longer than ten hours, and 20 of these longer than twenty.
   */
  @Test
  void shouldSayWhatShareOfTasksAsOldAsOneWereLate() {
    var hours = LongStream.rangeClosed(1, 40).map(hour -> hour * 3_600).toArray();
    var tasks = new Survival(hours, new long[0]);
    var offered = Instant.parse("2026-11-23T00:00:00Z");
    var now = offered.plus(Duration.ofHours(10));

    assertThat(TaskSurvival.late(tasks, offered, offered.plus(Duration.ofHours(20)), now))
        .isCloseTo(20.0 / 30, within(1e-9));
    assertThat(TaskSurvival.late(tasks, offered, now, now)).isEqualTo(1);
    assertThat(TaskSurvival.late(tasks, offered, offered.plus(Duration.ofHours(90)), now)).isZero();
    assertThat(
            TaskSurvival.late(
                tasks, offered, offered.plus(Duration.ofHours(39)), now.plus(Duration.ofHours(25))))
        .as("six got as old, which is too few")
        .isNull();
  }
}
