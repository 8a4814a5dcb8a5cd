package dev.candor.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.process.ProcessSets;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A person's own times, and that they are nobody else's. Two tasks took 137 and 193 minutes. */
@CandorTest
class OwnTimesTests {

  private final ProcessSets sets;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final People people;
  private final LoggedCases cases;
  private final ReadPages pages;

  @Autowired
  OwnTimesTests(
      WebApplicationContext service,
      ProcessSets sets,
      EveryRow rows,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      People people) {
    this.sets = sets;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.people = people;
    this.cases =
        new LoggedCases(rows, "DESK-OF-OWN-TIMES-TESTS", "Task_OfOwnTimesTests", 750_000, 4);
    this.pages = ReadPages.of(service);
  }

  @BeforeEach
  void write() {
    cases.begin(sets, "Do it alone");
    held(0, "desk-uk", 137, "1 hour", true);
    held(1, "desk-uk", 193, "-1 hour", true);
    held(2, "desk-uk", 11, "1 hour", false);
    held(3, "head-uk", 251, "1 hour", true);
  }

  @AfterEach
  void forget() {
    cases.forget();
  }

  @Test
  void shouldShowSomebodyTheirOwnTimes() {
    assertThat(pages.text("/times", "desk-uk"))
        .containsPattern(
            "(?s)Do it alone</th><td[^>]*>2</td><td[^>]*>2 h 17 min</td>\\s*<td[^>]*>3 h 13 min</td>"
                + "<td[^>]*>1 of 2</td><td[^>]*>1</td>")
        .doesNotContain("4 h 11 min");
    assertThat(pages.text("/times", "head-uk")).contains("4 h 11 min").doesNotContain("2 h 17 min");
    assertThat(pages.text("/desk", "desk-uk")).contains("href=\"/times\"");
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
    "/insight/deadlines, manager",
    "/insight/ways, manager",
    "/insight/targets, manager",
    "/api/insight/cycle-times?by=step, manager",
    "/insight/export?as=csv, manager",
    "/insight/export?as=passes, manager",
    "/insight/export?as=deadlines, manager",
    "/insight/export?as=xes, manager",
    "/insight/export?as=ocel, manager",
    "/transparency, auditor"
  })
  void shouldShowThemToNobodyElse(String address, String person) {
    assertThat(pages.text(address, person))
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
                             where user_task_key between ? and ?
                            """)
                        .params(cases.key(0), cases.key(3))
                        .query(String.class)
                        .list()));
  }

  private void held(int number, String person, int minutes, String due, boolean completed) {
    cases.write(number, "LOW", "now() - interval '1 day'", "now()");
    cases.task(
        number, "now() - interval '1 day'", "now() + interval '" + due + "'", "now()", completed);
    cases.held(number, person, minutes);
  }
}
