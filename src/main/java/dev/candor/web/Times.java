package dev.candor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them: in their own zone, which is named. */
public final class Times {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.UK);
  private static final Duration SOON = Duration.ofHours(4);

  private Times() {}

  /** {@code Thu 26 Nov 2026, 14:30 London}. */
  public static Moment moment(Instant at, ZoneId zone) {
    return new Moment(at.toString(), MINUTE.format(at.atZone(zone)) + " " + city(zone));
  }

  /** {@code 26 Nov 2026, 14:30}: for columns of tables whose heading names the zone. */
  public static Moment shortMoment(Instant at, ZoneId zone) {
    return new Moment(at.toString(), SHORT.format(at.atZone(zone)));
  }

  /** {@code 14 Apr 2020}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** A deadline, and how far away it is. */
  public static Due due(Instant at, Instant now, ZoneId zone) {
    var left = Duration.between(now, at);
    var words = left.isNegative() ? span(left.negated()) + " late" : span(left) + " left";
    var urgency = left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : "";
    return new Due(moment(at, zone), words, urgency);
  }

  /**
   * A deadline that is not over, and how much working time is left until then, in hours: a day of
   * work has not 24 of them.
   */
  public static Due due(Instant at, ZoneId zone, Duration workingTimeLeft) {
    var urgency = workingTimeLeft.compareTo(SOON) < 0 ? "soon" : "";
    return new Due(moment(at, zone), hours(workingTimeLeft) + " left of working time", urgency);
  }

  /** The two largest units: {@code 2 d 3 h}, {@code 2 h 10 min}, {@code 5 min}. */
  public static String span(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d" + (span.toHoursPart() > 0 ? " " + span.toHoursPart() + " h" : "");
    }
    return hours(span);
  }

  /** Never in days: a day of work has not 24 hours. {@code 34 h 5 min}. */
  public static String hours(Duration span) {
    if (span.toHours() > 0) {
      var minutes = span.toMinutesPart();
      return span.toHours() + " h" + (minutes > 0 ? " " + minutes + " min" : "");
    }
    return span.toMinutes() > 0 ? span.toMinutes() + " min" : "less than 1 min";
  }

  /** The zone as people call it: {@code London}. */
  public static String city(ZoneId zone) {
    var id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /**
   * @param iso for machines
   * @param text for people
   */
  public record Moment(String iso, String text) {}

  /**
   * @param left {@code 2 h 10 min left of working time}, {@code 2 d 3 h left} or {@code 3 d late}
   * @param urgency {@code late}, {@code soon} or nothing
   */
  public record Due(Moment at, String left, String urgency) {}
}
