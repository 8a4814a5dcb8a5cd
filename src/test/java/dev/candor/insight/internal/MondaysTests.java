package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.MailKind;
import dev.candor.notification.MailPreferences;
import dev.candor.notification.ReportKind;
import dev.candor.notification.Reports;
import dev.candor.notification.Reports.Line;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** When managers are told of last week, and of what. */
@CandorTest
class MondaysTests {

  @Autowired Reports reports;
  @Autowired People people;
  @Autowired EveryRow rows;

  @AfterEach
  void forget() {
    for (int i = 0; i < 8; i++) {
      rows.sql("select insight_forget(?)").param(reference(i)).query().singleRow();
    }
  }

  /** 30 November 2026 is a Monday; Tokyo is nine hours ahead of UTC, New York five behind. */
  @ParameterizedTest(name = "{0} in {1} at {2}: {3}")
  @CsvSource({
    "2026-11-30T07:59:59Z, UTC, 8, ",
    "2026-11-30T08:00:00Z, UTC, 8, week-2026-11-30",
    "2026-11-30T23:59:59Z, UTC, 8, week-2026-11-30",
    "2026-12-01T08:00:00Z, UTC, 8, ",
    "2026-11-29T23:00:00Z, Asia/Tokyo, 8, week-2026-11-30",
    "2026-11-30T15:30:00Z, Asia/Tokyo, 8, ",
    "2026-11-30T12:30:00Z, America/New_York, 8, ",
    "2026-12-01T03:00:00Z, America/New_York, 22, week-2026-11-30",
    "2026-03-30T07:00:00Z, Europe/Berlin, 9, week-2026-03-30"
  })
  void shouldTellOnMondaysFromTheirHourOnWhereTheyAre(
      Instant now, ZoneId zone, int hour, String told) {
    assertThat(toldAt(now, zone, hour, Role.MANAGER))
        .isEqualTo(told == null ? List.of() : List.of(told));
  }

  @Test
  void shouldTellManagersAlone() {
    assertThat(toldAt(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC, 8, Role.ADMIN))
        .isEmpty();
  }

  @Test
  void shouldSayWhatTheWeekWas() {
    // given two cases before the week, five in it and one after it, where the manager is
    for (int i = 0; i < 8; i++) {
      ended(i, i < 2 ? "2012-01-01T12:00Z" : i < 7 ? "2012-01-02T12:00Z" : "2012-01-09T12:00Z");
    }
    // when
    var report = reports.of(ReportKind.WEEK, "week-2012-01-09", person("manager")).orElseThrow();
    // then
    assertThat(report.lines())
        .startsWith(
            Line.of("week.from", LocalDate.of(2012, 1, 2), LocalDate.of(2012, 1, 8)),
            Line.of("week.ended", 5, 3.0, 5.0))
        .noneMatch(line -> line.word().equals("week.before"))
        .anyMatch(line -> line.word().equals("week.open"));
    assertThat(reports.of(ReportKind.WEEK, "week-2012-01-09", person("admin"))).isEmpty();
  }

  private Person person(String id) {
    return people.find(new PersonId(id)).orElseThrow();
  }

  /** Number 2 took an hour of working time, number 3 two hours, and so on. */
  private void ended(int number, String at) {
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            values (?, 'OTHER', 'FORMAL', 'LOW', 'UK-IE-NL-IL', 'DECLINED', 1, ?::timestamptz, ?::timestamptz,
              0, 9, 0, 0, ?, 0, '', nextval('insight_counted'))
            """)
        .params(reference(number), at, at, (number - 1) * 3600)
        .update();
    rows.counted(reference(number));
  }

  private static String reference(int number) {
    return "SR-2012-" + (730_000 + number);
  }

  private static List<String> toldAt(Instant now, ZoneId zone, int hour, Role role) {
    var told = new ArrayList<String>();
    var person = new Person(new PersonId("m"), "M", "m@x", Set.of(role), Set.of(), zone);
    new Mondays(
            new Only(person),
            new At(hour),
            (kind, reader, occasion) -> told.add(occasion),
            Clock.fixed(now, ZoneOffset.UTC))
        .carryOutOne();
    return told;
  }

  private record Only(Person person) implements People {

    @Override
    public Optional<Person> find(PersonId id) {
      return Optional.of(person);
    }

    @Override
    public List<Person> inGroup(String group) {
      return List.of();
    }

    @Override
    public List<Person> all() {
      return List.of(person);
    }
  }

  private record At(int hour) implements MailPreferences {

    @Override
    public MailChoice of(PersonId person) {
      return new MailChoice(
          MailChoice.DEFAULT.language(), hour, Map.of(MailKind.WEEK, Delivery.AT_ONCE));
    }

    @Override
    public void choose(PersonId person, MailChoice choice) {
      throw new UnsupportedOperationException();
    }
  }
}
