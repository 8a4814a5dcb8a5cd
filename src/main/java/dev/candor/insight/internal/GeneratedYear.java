package dev.candor.insight.internal;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.calendar.DeskCalendars;
import dev.candor.calendar.WorkingTime;
import dev.candor.insight.internal.GeneratedCases.Generated;
import dev.candor.process.ElementHistory.Pass;
import dev.candor.web.InvalidInput;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of made-up times, to see what the pages show of one. There are no cases behind them, and
 * their references are beyond those that the register gives.
 */
@Component
public class GeneratedYear {

  private static final int CASES = 2_400;
  private static final int CASES_AT_A_TIME = 200;
  private static final int FIRST_NUMBER = 900_001;
  private static final String NOBODY = "nobody";
  private static final Duration YEAR = Duration.ofDays(365);

  private static final PersonId DEMONSTRATION = new PersonId("employee");

  private final PassTable passes;
  private final People people;
  private final DeskCalendars calendars;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  GeneratedYear(
      PassTable passes,
      People people,
      DeskCalendars calendars,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.passes = passes;
    this.people = people;
    this.calendars = calendars;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Whether the demonstration people are here, and so it may be loaded. */
  public boolean isOffered() {
    return people.find(DEMONSTRATION).isPresent();
  }

  /**
   * @throws AccessDeniedException when they do not run the service
   */
  public boolean isLoaded(Person person) {
    require(person);
    return Acting.<Boolean, RuntimeException>asService(
        EventLog.SERVICE,
        () ->
            Boolean.TRUE.equals(
                transaction.execute(
                    status ->
                        jdbc.sql("select exists (select from insight_case where instance_key < 0)")
                            .query(Boolean.class)
                            .single())));
  }

  /**
   * Their times are counted in the minute after.
   *
   * @param understood that it cannot be taken out again
   * @return how many cases were made up
   * @throws AccessDeniedException when they do not run the service
   * @throws RefusedByRule when it was loaded already, or there are no demonstration people
   */
  public int load(Person person, boolean understood) {
    require(person);
    if (!understood) {
      throw new InvalidInput("understood", "Must be true: it cannot be taken out again");
    }
    if (isLoaded(person)) {
      throw new RefusedByRule("The year was loaded already");
    }
    if (!isOffered()) {
      throw new RefusedByRule("The year belongs to the demonstration people, who are not here");
    }
    return Acting.<Integer, RuntimeException>asService(EventLog.SERVICE, this::load);
  }

  private static void require(Person person) {
    if (!person.is(Role.ADMIN)) {
      throw new AccessDeniedException("Not theirs to load");
    }
  }

  private int load() {
    var to = clock.instant();
    var year = LocalDate.ofInstant(to, ZoneOffset.UTC).getYear();
    var cases = new GeneratedCases(new Random(year), to.minus(YEAR), to, -1_000);
    var calendar = new HashMap<String, WorkingTime>();
    for (var desk : GeneratedCases.desks()) {
      calendar.put(desk.code(), calendars.of(desk.code(), desk.market()));
    }
    for (int first = 0; first < CASES; first += CASES_AT_A_TIME) {
      var some = new HashMap<String, Generated>();
      for (int i = first; i < first + CASES_AT_A_TIME; i++) {
        var desk = cases.desk();
        some.put(
            "SR-%d-%d".formatted(year, FIRST_NUMBER + i),
            cases.next(desk, calendar.get(desk.code())));
      }
      transaction.executeWithoutResult(status -> keep(some, to));
    }
    return CASES;
  }

  private void keep(Map<String, Generated> cases, Instant now) {
    cases.forEach((reference, one) -> keep(reference, one, now));
    List<Pass> all = new ArrayList<>();
    Map<Long, String> references = new HashMap<>();
    cases.forEach(
        (reference, one) -> {
          all.addAll(one.passes());
          references.put(one.instance(), reference);
        });
    all.forEach(
        pass ->
            passes.keepVersion(
                pass.definition(), "SensitiveRequestProcess", (int) -pass.definition()));
    passes.keep(all);
    passes.keepReferences(references);
  }

  private void keep(String reference, Generated one, Instant now) {
    jdbc.sql(
            """
                insert into insight_case (reference, type, channel, market, severity, desk, outcome, state,
                  instance_key, flagged_at, decided_at, over_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                """)
        .params(
            reference,
            one.type(),
            one.channel(),
            one.desk().market(),
            one.severity(),
            one.desk().code(),
            one.outcome(),
            one.over() == null ? "IN_REVIEW" : "CLOSED",
            one.instance(),
            one.flaggedAt().atOffset(ZoneOffset.UTC),
            text(one.ends()),
            text(one.over()))
        .update();
    one.holds()
        .forEach(
            held -> {
              jdbc.sql(
                      """
                      insert into insight_task
                        (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at,
                         completed)
                      values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?)
                      """)
                  .params(
                      held.task(),
                      reference,
                      one.instance(),
                      held.element(),
                      held.offeredAt().atOffset(ZoneOffset.UTC),
                      held.dueAt().atOffset(ZoneOffset.UTC),
                      text(held.endedAt()),
                      held.endedAt() != null)
                  .update();
              if (held.hold().lowerEndpoint().isBefore(now)) {
                jdbc.sql(
                        """
                        insert into insight_hold (user_task_key, person, claimed_at, let_go_at)
                        values (?, ?, ?, ?::timestamptz)
                        """)
                    .params(
                        held.task(),
                        NOBODY,
                        held.hold().lowerEndpoint().atOffset(ZoneOffset.UTC),
                        text(held.endedAt()))
                    .update();
              }
            });
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
