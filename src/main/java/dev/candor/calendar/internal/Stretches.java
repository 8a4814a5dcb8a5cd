package dev.candor.calendar.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The stretches of working time from an instant on, in order. It goes from one change of the clocks
 * to the next, because between two of them an hour is an hour.
 */
final class Stretches implements Iterator<Stretch> {

  /** Who does not work within ten years does not work. */
  private static final int DAYS = 3_660;

  private final OfficeHours office;
  private final ZoneRules rules;
  private Instant from;
  private Instant changeOfClocks;
  private ZoneOffset offset;
  private LocalDate day;

  Stretches(OfficeHours office, Instant from) {
    this.office = office;
    this.rules = office.zone().getRules();
    this.from = from;
    this.offset = rules.getOffset(from);
    this.day = from.atOffset(offset).toLocalDate();
    this.changeOfClocks = changeOfClocksAfter(from);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Stretch next() {
    for (var days = 0; days < DAYS; days++) {
      var stretch = today();
      goOn();
      if (!stretch.isEmpty()) {
        return stretch;
      }
    }
    throw new NoSuchElementException("A desk that never works");
  }

  private Stretch today() {
    return office
        .hoursOn(day)
        .map(hours -> new Stretch(at(hours.opens()), at(hours.closes())))
        .map(hours -> hours.within(from, changeOfClocks))
        .orElse(new Stretch(from, from));
  }

  private Instant at(LocalTime time) {
    return day.atTime(time).toInstant(offset);
  }

  private void goOn() {
    day = day.plusDays(1);
    if (!day.atStartOfDay().toInstant(offset).isBefore(changeOfClocks)) {
      from = changeOfClocks;
      offset = rules.getOffset(from);
      day = from.atOffset(offset).toLocalDate();
      changeOfClocks = changeOfClocksAfter(from);
    }
  }

  private Instant changeOfClocksAfter(Instant instant) {
    var next = rules.nextTransition(instant);
    return next == null ? Instant.MAX : next.getInstant();
  }
}
