package dev.candor.calendar.internal;

import dev.candor.calendar.DeskCalendars.NotACalendar;
import dev.candor.calendar.internal.OfficeHours.DaysOff;
import dev.candor.calendar.internal.OfficeHours.HalfDays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a row of {@code deskCalendar} answers, as it is written there. */
public record CalendarRow(
    @Nullable String timeZone,
    @Nullable String workDays,
    @Nullable String opens,
    @Nullable String closes,
    @Nullable String holidays,
    @Nullable String halfDays,
    @Nullable String halfDayCloses) {

  /** Hebrew dates are beyond Jollyday. */
  private static final String ISRAEL = "il";

  private static final String EVES = "eves";

  /**
   * What keeps a row from being read; nothing when it is a calendar.
   *
   * @param cells by the names of the table's outputs
   */
  public static Optional<String> wrongWith(Map<String, String> cells) {
    try {
      new CalendarRow(
              cells.get("timeZone"),
              cells.get("workDays"),
              cells.get("opens"),
              cells.get("closes"),
              cells.get("holidays"),
              cells.get("halfDays"),
              cells.get("halfDayCloses"))
          .read();
      return Optional.empty();
    } catch (NotACalendar wrong) {
      return Optional.ofNullable(wrong.getMessage());
    }
  }

  /**
   * @throws NotACalendar when a cell cannot be read
   */
  OfficeHours read() {
    var office =
        new OfficeHours(
            cell("timeZone", timeZone, ZoneId::of),
            cell("workDays", workDays, CalendarRow::days),
            cell("opens", opens, LocalTime::parse),
            cell("closes", closes, LocalTime::parse),
            cell("holidays", holidays, CalendarRow::daysOff),
            cell("halfDays", halfDays == null ? "" : halfDays, this::halfDays),
            cell("halfDayCloses", halfDayCloses, LocalTime::parse));
    if (!office.opens().isBefore(office.halfDayCloses())
        || office.halfDayCloses().isAfter(office.closes())) {
      throw new NotACalendar(
          "opens, halfDayCloses and closes are not one after the other: %s, %s, %s"
              .formatted(opens, halfDayCloses, closes));
    }
    return office;
  }

  private static <T> T cell(String name, @Nullable String text, Function<String, T> reading) {
    if (text == null) {
      throw new NotACalendar(name + " is empty");
    }
    try {
      return reading.apply(text.strip());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new NotACalendar("%s cannot be read: \"%s\"".formatted(name, text));
    }
  }

  /** {@code Sun-Thu}. */
  private static Set<DayOfWeek> days(String text) {
    var ends = text.split("-");
    if (ends.length != 2) {
      throw new IllegalArgumentException("not from one day to another");
    }
    var days = EnumSet.of(day(ends[1]));
    for (var day = day(ends[0]); !days.contains(day); day = day.plus(1)) {
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT)) && name.length() == 3)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such day"));
  }

  private static DaysOff daysOff(String code) {
    return code.equals(ISRAEL) ? new HolidaysOfIsrael() : PublicHolidays.of(code);
  }

  private HalfDays halfDays(String text) {
    if (text.equals(EVES)) {
      if (!ISRAEL.equals(holidays)) {
        throw new IllegalArgumentException("eves are known for il only");
      }
      return new HolidaysOfIsrael().eves();
    }
    var days =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(day -> !day.isEmpty())
            .map(day -> MonthDay.parse("--" + day))
            .collect(Collectors.toUnmodifiableSet());
    return day -> days.contains(MonthDay.from(day));
  }
}
