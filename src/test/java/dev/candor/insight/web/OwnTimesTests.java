package dev.candor.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.process.ProcessSets;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A person's own times, and that they are nobody else's. Two tasks took 137 and 193 minutes. */
@CandorTest
class OwnTimesTests {

  private static final String STEP = "Task_OfOwnTimesTests";
  private static final int FIRST = 750_000;

  private final ProcessSets sets;
  private final EveryRow rows;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final People people;
  private final MockMvcTester browser;

  @Autowired
  OwnTimesTests(
      WebApplicationContext service,
      ProcessSets sets,
      EveryRow rows,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      People people) {
    this.sets = sets;
    this.rows = rows;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.people = people;
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void write() {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    forget();
    rows.sql(
            """
            insert into insight_element (process, element, name, kind)
            values ('RegionalReviewProcess', ?, 'Do it alone', 'USER_TASK') on conflict do nothing
            """)
        .param(STEP)
        .update();
    held(0, "desk-uk", 137, "1 hour", true);
    held(1, "desk-uk", 193, "-1 hour", true);
    held(2, "desk-uk", 11, "1 hour", false);
    held(3, "head-uk", 251, "1 hour", true);
  }

  @AfterEach
  void forget() {
    for (int i = 0; i < 4; i++) {
      rows.sql("select insight_forget(?)").param(reference(i)).query().singleRow();
    }
  }

  @Test
  void shouldShowSomebodyTheirOwnTimes() {
    assertThat(text("/times", "desk-uk"))
        .containsPattern(
            "(?s)Do it alone</th><td[^>]*>2</td><td[^>]*>2 h 17 min</td>\\s*<td[^>]*>3 h 13 min</td>"
                + "<td[^>]*>1 of 2</td><td[^>]*>1</td>")
        .doesNotContain("4 h 11 min");
    assertThat(text("/times", "head-uk")).contains("4 h 11 min").doesNotContain("2 h 17 min");
    assertThat(text("/desk", "desk-uk")).contains("href=\"/times\"");
  }

  /** Neither by another's page, nor by any page or file of figures. */
  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({
    "/times, employee",
    "/times, desk-de",
    "/times, head-uk",
    "/times, counsel",
    "/times, ops",
    "/times, owner",
    "/times, manager",
    "/times, auditor",
    "/times, admin",
    "/times?person=desk-uk, manager",
    "/times?id=desk-uk, admin",
    "/insight, manager",
    "/insight?by=step, manager",
    "/insight?by=step&calendar=clock, manager",
    "/insight/open, manager",
    "/insight/ways, manager",
    "/insight/targets, manager",
    "/api/insight/cycle-times?by=step, manager",
    "/insight/export?as=csv, manager",
    "/insight/export?as=xes, manager",
    "/insight/export?as=ocel, manager",
    "/transparency, auditor"
  })
  void shouldShowThemToNobodyElse(String address, String person) {
    assertThat(text(address, person))
        .doesNotContain("2 h 17 min", "3 h 13 min", "\"8220\"", ":8220,", "desk-uk");
  }

  @Test
  void shouldGetNobodyElsesHoldsFromTheDatabase() {
    for (var person : people.all()) {
      var seen = holdsSeenBy(person);
      assertThat(seen).as(person.id().value()).allMatch(person.id().value()::equals);
    }
    assertThat(holdsSeenBy(people.find(new PersonId("desk-uk")).orElseThrow())).hasSize(3);
  }

  private List<String> holdsSeenBy(Person person) {
    return Acting.<List<String>, RuntimeException>as(
        person,
        () ->
            transaction.execute(
                status ->
                    jdbc.sql(
                            """
                            select person from insight_hold
                             where user_task_key between 4500000000000000000 and 4500000000000000009
                            """)
                        .query(String.class)
                        .list()));
  }

  private String text(String address, String person) {
    var answer = browser.get().uri(address).with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private void held(int number, String person, int minutes, String due, boolean completed) {
    rows.sql(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, state, flagged_at, decided_at)
            values (?, 'OTHER', 'FORMAL', 'GB', 'LOW', 'DESK-OF-OWN-TIMES-TESTS', 'DECIDED', now() - interval '1 day', now())
            """)
        .param(reference(number))
        .update();
    rows.sql(
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at, completed)
            values (?, ?, ?, ?, now() - interval '1 day', now() + ?::interval, now(), ?)
            """)
        .params(key(number), reference(number), key(number), STEP, due, completed)
        .update();
    rows.sql(
            """
            insert into insight_hold (user_task_key, person, claimed_at, let_go_at)
            select user_task_key, ?, ended_at - make_interval(mins => ?), ended_at
              from insight_task where user_task_key = ?
            """)
        .params(person, minutes, key(number))
        .update();
  }

  private static String reference(int number) {
    return "SR-2025-" + (FIRST + number);
  }

  private static long key(int number) {
    return 4_500_000_000_000_000_000L + number;
  }
}
