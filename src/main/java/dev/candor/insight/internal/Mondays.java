package dev.candor.insight.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.notification.MailPreferences;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reporting;
import dev.candor.outbox.Outbox;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/**
 * On a Monday, from the hour on at which a manager reads digests where they are, tells them of last
 * week: once, however often it is asked. A Monday on which the service is down passes without.
 */
@Component
class Mondays implements Outbox {

  private final People people;
  private final MailPreferences preferences;
  private final Reporting reporting;
  private final Clock clock;

  Mondays(People people, MailPreferences preferences, Reporting reporting, Clock clock) {
    this.people = people;
    this.preferences = preferences;
    this.reporting = reporting;
    this.clock = clock;
  }

  @Override
  public boolean carryOutOne() {
    people.all().stream().filter(person -> person.is(Role.MANAGER)).forEach(this::tell);
    return false;
  }

  private void tell(Person person) {
    var here = clock.instant().atZone(person.zone());
    if (isTime(here, preferences.of(person.id()).digestHour())) {
      reporting.tell(ReportKind.WEEK, person.id(), ReportsOnTimes.occasion(here.toLocalDate()));
    }
  }

  static boolean isTime(ZonedDateTime here, int hour) {
    return here.getDayOfWeek() == DayOfWeek.MONDAY && here.getHour() >= hour;
  }
}
