package dev.candor.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.calendar.DeskCalendars.NotACalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real desks on real days, and rows that cannot be read. */
class CalendarRowTests {

  private static final Duration TWO_WORKING_DAYS = Duration.ofHours(16);
  private static final CalendarRow LONDON = row("Europe/London", "Mon-Fri", "gb-eng", "");
  private static final CalendarRow TEL_AVIV = row("Asia/Jerusalem", "Sun-Thu", "il", "eves");
  private static final CalendarRow BERLIN =
      row("Europe/Berlin", "Mon-Fri", "de-be", "12-24, 12-31");

  @Test
  void shouldCountTwoWorkingDaysDifferentlyInLondonAndTelAviv() {
    // given Wednesday noon in Greenwich
    var wednesday = Instant.parse("2026-11-25T12:00:00Z");

    // then two days later is Friday in London, and Sunday in Tel Aviv, where it was 14:00
    assertThat(LONDON.read().after(wednesday, TWO_WORKING_DAYS))
        .isEqualTo(Instant.parse("2026-11-27T12:00:00Z"));
    assertThat(TEL_AVIV.read().after(wednesday, TWO_WORKING_DAYS))
        .isEqualTo(Instant.parse("2026-11-29T12:00:00Z"));
  }

  @Test
  void shouldGoAroundChristmasInLondonAndNotInTelAviv() {
    // given Christmas Eve, a Thursday; Boxing Day's substitute is Monday the 28th
    var thursday = Instant.parse("2026-12-24T09:00:00Z");

    assertThat(LONDON.read().after(thursday, TWO_WORKING_DAYS))
        .isEqualTo(Instant.parse("2026-12-29T17:00:00Z"));
    assertThat(TEL_AVIV.read().after(thursday, TWO_WORKING_DAYS))
        .isEqualTo(Instant.parse("2026-12-28T09:00:00Z"));
  }

  @Test
  void shouldCloseEarlyOnHalfDays() {
    var christmasEve = Instant.parse("2026-12-24T08:00:00Z");
    var day = Duration.ofDays(1);

    assertThat(BERLIN.read().between(christmasEve, christmasEve.plus(day)))
        .isEqualTo(Duration.ofHours(4));
    // the eve of Passover 2026 is Wednesday, 1 April
    var eve = Instant.parse("2026-04-01T00:00:00Z");
    assertThat(TEL_AVIV.read().between(eve, eve.plus(day))).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void shouldCountTheHoursThatAreThereWhenTheClocksChange() {
    var night =
        new CalendarRow("Europe/London", "Mon-Sun", "00:00", "06:00", "gb-eng", "", "03:00").read();
    // 29 March 2026: from 1 to 2 there is nothing; 25 October 2026: from 1 to 2 comes twice
    assertThat(wholeDay(night, LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(5));
    assertThat(wholeDay(night, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(7));
    assertThat(wholeDay(night, LocalDate.of(2026, 10, 26))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void shouldKnowTheDaysOffOfIsrael() {
    // as the government publishes them for 2026 (5786/5787)
    var expected =
        List.of(
            "2026-04-02",
            "2026-04-08",
            "2026-04-22",
            "2026-05-22",
            "2026-09-12",
            "2026-09-13",
            "2026-09-21",
            "2026-09-26",
            "2026-10-03");
    var israel = new HolidaysOfIsrael();

    assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)))
        .filteredOn(israel::contains)
        .extracting(LocalDate::toString)
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gb-eng, 2026-08-31, true",
    "gb-eng, 2026-03-17, false",
    "gb-nir, 2026-03-17, true",
    "de-be, 2026-03-08, true",
    "de-by, 2026-03-08, false",
    "us-dc, 2026-11-26, true"
  })
  void shouldKnowTheDaysOffOfARegion(String code, LocalDate day, boolean off) {
    assertThat(PublicHolidays.of(code).contains(day)).isEqualTo(off);
  }

  @ParameterizedTest
  @CsvSource({
    "timeZone, Europe/Londonn, Mon-Fri, 09:00, gb-eng, ''",
    "workDays, Europe/London, Mon-Tag, 09:00, gb-eng, ''",
    "workDays, Europe/London, Mon, 09:00, gb-eng, ''",
    "opens, Europe/London, Mon-Fri, 9 o'clock, gb-eng, ''",
    "opens, Europe/London, Mon-Fri, 14:00, gb-eng, ''",
    "holidays, Europe/London, Mon-Fri, 09:00, xx, ''",
    "holidays, Europe/London, Mon-Fri, 09:00, gb-berlin, ''",
    "halfDays, Europe/London, Mon-Fri, 09:00, gb-eng, 31-12",
    "halfDays, Europe/London, Mon-Fri, 09:00, gb-eng, eves"
  })
  void shouldNameTheCellThatCannotBeRead(
      String cell, String zone, String days, String opens, String holidays, String halfDays) {
    var row = new CalendarRow(zone, days, opens, "17:00", holidays, halfDays, "13:00");

    assertThatThrownBy(row::read).isInstanceOf(NotACalendar.class).hasMessageContaining(cell);
  }

  private static Duration wholeDay(OfficeHours office, LocalDate day) {
    ZoneId zone = office.zone();
    return office.between(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static CalendarRow row(String zone, String days, String holidays, String halfDays) {
    return new CalendarRow(zone, days, "09:00", "17:00", holidays, halfDays, "13:00");
  }
}
