package dev.candor.calendar.internal;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.candor.calendar.internal.OfficeHours.DaysOff;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A country's public holidays, a region's own included, as Jollyday knows them. */
final class PublicHolidays implements DaysOff {

  private final HolidayManager manager;
  private final String[] region;
  private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

  private PublicHolidays(HolidayManager manager, String[] region) {
    this.manager = manager;
    this.region = region;
  }

  /**
   * @param code ISO 3166: {@code be}, or with a region {@code gb-eng}
   * @throws IllegalArgumentException when no such country or region is known
   */
  static PublicHolidays of(String code) {
    var parts = code.split("-");
    var country = parts[0];
    if (!HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException("no public holidays are known for " + country);
    }
    var manager = HolidayManager.getInstance(ManagerParameters.create(country));
    var region = Arrays.copyOfRange(parts, 1, parts.length);
    var place = manager.getCalendarHierarchy();
    for (var part : region) {
      place = place.getChildren().get(part);
      if (place == null) {
        throw new IllegalArgumentException(country + " has no region " + part);
      }
    }
    return new PublicHolidays(manager, region);
  }

  @Override
  public boolean contains(LocalDate day) {
    return byYear.computeIfAbsent(day.getYear(), this::in).contains(day);
  }

  private Set<LocalDate> in(int year) {
    return manager.getHolidays(Year.of(year), region).stream()
        .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }
}
