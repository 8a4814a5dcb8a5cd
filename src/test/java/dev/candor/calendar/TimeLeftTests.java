package dev.candor.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.support.CandorTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What pages say about a deadline. */
@CandorTest
class TimeLeftTests {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Autowired TimeLeft timeLeft;
  @Autowired DeskCalendars calendars;
  @Autowired Clock clock;

  @Test
  void shouldSayHowMuchWorkingTimeIsLeft() {
    var calendar = calendars.of("UK-IE-NL-IL", "IL");
    var inTenHours = calendar.after(clock.instant(), Duration.ofHours(10).plusSeconds(50));

    await()
        .untilAsserted(
            () -> {
              var due = timeLeft.until(inTenHours, "UK-IE-NL-IL", "IL", LONDON);
              assertThat(due.left()).isEqualTo("10 h left of working time");
              assertThat(due.at().text()).endsWith("London");
              assertThat(due.urgency()).isEmpty();
            });
  }

  @Test
  void shouldCallLessThanHalfADayOfWorkSoon() {
    var calendar = calendars.of("DE-AT-CH", "DE");
    var soon = calendar.after(clock.instant(), Duration.ofMinutes(150).plusSeconds(50));

    await()
        .untilAsserted(
            () -> {
              var due = timeLeft.until(soon, "DE-AT-CH", "DE", LONDON);
              assertThat(due.left()).contains("2 h 30 min left of working time");
              assertThat(due.urgency()).isEqualTo("soon");
            });
  }

  @Test
  void shouldSayByTheClockHowLateItIs() {
    var before = clock.instant().minus(Duration.ofHours(3));

    assertThat(timeLeft.until(before, "UK-IE-NL-IL", "GB", LONDON).left()).isEqualTo("3 h late");
  }

  @Test
  void shouldSayTheTimeByTheClockWhereTheDeskOrItsCalendarIsNotKnown() {
    var later = clock.instant().plus(Duration.ofHours(50)).plusSeconds(30);

    assertThat(timeLeft.until(later, null, null, LONDON).left()).isEqualTo("2 d 2 h left");
    assertThat(timeLeft.until(later, "ATLANTIS", null, LONDON).left()).isEqualTo("2 d 2 h left");
  }
}
