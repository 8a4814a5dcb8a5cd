package dev.candor.calendar.internal;

import com.kosherjava.zmanim.hebrewcalendar.JewishCalendar;
import dev.candor.calendar.internal.OfficeHours.DaysOff;
import dev.candor.calendar.internal.OfficeHours.HalfDays;
import java.time.LocalDate;

/** The days off of Israel's Days of Rest Ordinance and Independence Day, by the Hebrew calendar. */
final class HolidaysOfIsrael implements DaysOff {

  @Override
  public boolean contains(LocalDate day) {
    var hebrew = on(day);
    return hebrew.isYomTovAssurBemelacha()
        || hebrew.getYomTovIndex() == JewishCalendar.YOM_HAATZMAUT;
  }

  /** The days before them. */
  HalfDays eves() {
    return day -> !contains(day) && contains(day.plusDays(1));
  }

  private static JewishCalendar on(LocalDate day) {
    var hebrew = new JewishCalendar(day);
    hebrew.setInIsrael(true);
    hebrew.setUseModernHolidays(true);
    return hebrew;
  }
}
