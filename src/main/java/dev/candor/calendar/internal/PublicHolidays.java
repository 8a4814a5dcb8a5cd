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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** A country's public holidays, a region's own included, as Jollyday knows them. */
final class PublicHolidays implements DaysOff {

  private static final Lock ONE_BY_ONE = new ReentrantLock();

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
    var manager = manager(country);
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

  /**
   * Jollyday looks for its reader with the thread's class loader, which a pool's is not always, and
   * two threads that look at once find half of it.
   */
  private static HolidayManager manager(String country) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    ONE_BY_ONE.lock();
    try {
      thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
      return HolidayManager.getInstance(ManagerParameters.create(country));
    } finally {
      ONE_BY_ONE.unlock();
      thread.setContextClassLoader(before);
    }
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
