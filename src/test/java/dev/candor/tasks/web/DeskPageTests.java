package dev.candor.tasks.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** A desk with more than a page of tasks, as the browser gets it. */
@CandorTest
@TestPropertySource(properties = "spring.application.name=candor-with-a-full-desk")
class DeskPageTests {

  private static final Pattern TASK = Pattern.compile("SR-2019-\\d{5}(?=</span>)");
  private static final int TASKS = 120;

  private final MockMvcTester browser;
  private final EveryRow jdbc;

  @Autowired
  DeskPageTests(WebApplicationContext service, EveryRow jdbc) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    this.jdbc = jdbc;
  }

  /** The task that is due first belongs to the case that was flagged first. */
  @BeforeEach
  void fillTheDeskOfPolicy() {
    jdbc.sql(
            """
            insert into cases (reference, flagger, flagged_at, type, sender, principal,
              principal_kind, principal_country, market, channel, ask, wants_to_stay_hidden,
              political_content, paid, threat, received_on, state, severity, desk)
            select 'SR-2019-' || 10000 + n, 'somebody-else',
              timestamptz '2019-01-01' + n * interval '1 h',
              'DISCLOSE_DATA', 'A sender', 'A principal', 'MINISTRY', 'FR', 'FR', 'FORMAL', 'An ask',
              false, false, false, false, date '2019-01-01', 'IN_REVIEW', 'MEDIUM', 'INTERNATIONAL'
            from generate_series(1, :tasks) n
            on conflict do nothing
            """)
        .param("tasks", TASKS)
        .update();
    jdbc.sql(
            """
            insert into case_group
            select reference, 'policy', now() from cases where reference like 'SR-2019-%'
            on conflict do nothing
            """)
        .update();
    jdbc.sql(
            """
            insert into task (user_task_key, reference, element, name, process_definition_key,
              process_instance_key, candidate_groups, state, due_at, created_at)
            select n, 'SR-2019-' || 10000 + n, 'Task_ReviewRegionally', 'Review request', 1, 1,
              '{policy}', 'CREATED', timestamptz '2019-02-01' + n * interval '1 h', now()
            from generate_series(1, :tasks) n
            """)
        .param("tasks", TASKS)
        .update();
  }

  /** Cases cannot be deleted: they stay, and only policy knows of them. */
  @AfterEach
  void clearTheDesk() {
    jdbc.sql("delete from task where reference like 'SR-2019-%'").update();
  }

  @Test
  void shouldGoThroughAllTasksPageByPage() {
    // given the first page
    var first = desk("/desk?scope=group");
    assertThat(tasks(first)).hasSize(50).startsWith("SR-2019-10001").endsWith("SR-2019-10050");
    assertThat(first).contains("1 to 50 of 120").doesNotContain("rel=\"prev\"");
    // when its link is followed
    var second = desk(link(first, "next"));
    // then
    assertThat(tasks(second)).hasSize(50).startsWith("SR-2019-10051").endsWith("SR-2019-10100");
    assertThat(second).contains("51 to 100 of 120");
    assertThat(link(second, "prev")).isEqualTo("/desk?scope=group");
    // and again
    var third = desk(link(second, "next"));
    assertThat(tasks(third)).hasSize(20).endsWith("SR-2019-10120");
    assertThat(third).contains("101 to 120 of 120").doesNotContain("rel=\"next\"");
  }

  @Test
  void shouldSayTypeAndSeverityOfEachTaskHoweverOldItsCase() {
    for (var page : List.of("1", "2")) {
      var shown = desk("/desk?scope=group&page=" + page);
      assertThat(shown.split("Disclose data · INTERNATIONAL</span>", -1)).hasSize(51);
      assertThat(shown.split("class=\"severity MEDIUM\"", -1)).hasSize(51);
    }
  }

  @Test
  void shouldKeepTheTaskInHandAndItsPage() {
    var shown = desk("/desk/60?scope=group&page=2");

    assertThat(shown).contains("href=\"/desk/60?scope=group&amp;page=2\" aria-current=\"true\"");
    assertThat(link(shown, "prev")).isEqualTo("/desk/60?scope=group");
    assertThat(link(shown, "next")).isEqualTo("/desk/60?scope=group&page=3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "999999"})
  void shouldShowTheLastPageWhenThereAreFewerTasksThanAskedFor(String page) {
    assertThat(desk("/desk?scope=group&page=" + page)).contains("101 to 120 of 120");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "many", "99999999999"})
  void shouldShowTheFirstPageWhenTheAddressNamesNone(String page) {
    assertThat(desk("/desk?scope=group&page=" + page)).contains("1 to 50 of 120");
  }

  private String desk(String path) {
    var answer = browser.get().uri(URI.create(path)).with(user("policy")).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static List<String> tasks(String page) {
    return TASK.matcher(page).results().map(found -> found.group()).toList();
  }

  private static String link(String page, String rel) {
    var found = Pattern.compile("href=\"([^\"]+)\" rel=\"" + rel + "\"").matcher(page);
    assertThat(found.find()).as("link to the %s page", rel).isTrue();
    return found.group(1).replace("&amp;", "&");
  }
}
