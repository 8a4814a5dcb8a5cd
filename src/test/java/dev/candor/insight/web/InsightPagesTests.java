package dev.candor.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.process.ProcessSets;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * Pages and files over cases of this test's own: in the log alone, as the register would note them.
 */
@CandorTest
class InsightPagesTests {

  private static final String STEP = "Task_OfInsightPagesTests";
  private static final int FIRST = 710_000;

  private final ProcessSets sets;
  private final EveryRow rows;
  private final MockMvcTester browser;

  @Autowired
  InsightPagesTests(WebApplicationContext service, ProcessSets sets, EveryRow rows) {
    this.sets = sets;
    this.rows = rows;
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void write() {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    forget();
    rows.sql(
            """
            insert into insight_element (process, element, name, kind)
            values ('RegionalReviewProcess', ?, 'Look at it', 'USER_TASK') on conflict do nothing
            """)
        .param(STEP)
        .update();
    for (int i = 0; i < 6; i++) {
      ended(i, i < 2 ? 7_200 : 3_600);
    }
    open(9);
  }

  @AfterEach
  void forget() {
    for (int i = 0; i < 10; i++) {
      rows.sql("select insight_forget(?)").param(reference(i)).query().singleRow();
    }
  }

  @Test
  void shouldShowWhatIsOverdueByItsReference() {
    var page = text("/insight/open");

    assertThat(row(page, reference(9))).contains("Task overdue", "Look at it", "Critical");
  }

  @Test
  void shouldShowHowDeadlinesWereKept() {
    var page = text("/insight/open");

    assertThat(row(page.substring(page.indexOf("Deadlines kept")), "Look at it", "Low"))
        .contains(">4<", ">2<", "33 %");
  }

  @Test
  void shouldShowTheDiagramAsHeatMapAndTheWays() {
    var page = text("/insight/ways?calendar=clock");

    assertThat(row(page, "Look at it")).contains("1 h", ">6<", "0 %");
    assertThat(page).contains("Look at it → Look at it");
    assertThat(text("/insight/ways/drawing?calendar=clock"))
        .contains("\"" + STEP + "\":{\"level\":")
        .contains("<bpmn:definitions");
  }

  @Test
  void shouldGiveCasesAsAFileFromWhichTheFiguresCanBeCounted() throws Exception {
    var times =
        records("as=csv&desk=DESK-OF-INSIGHT-PAGES-TESTS").stream()
            .map(record -> Integer.parseInt(record.get("in_hand")))
            .toList();

    assertThat(times).containsExactlyInAnyOrder(3_600, 3_600, 3_600, 3_600, 7_200, 7_200);
  }

  @Test
  void shouldGiveStepsAndWhatIsOpenAsFiles() throws Exception {
    assertThat(records("as=steps&desk=DESK-OF-INSIGHT-PAGES-TESTS"))
        .hasSize(6)
        .allSatisfy(
            record -> {
              assertThat(record.get("element")).isEqualTo(STEP);
              assertThat(record.get("in_hand_working")).isEqualTo("3600");
              assertThat(record.get("reference")).startsWith("SR-2025-71");
            });
    assertThat(records("as=open"))
        .filteredOn(record -> record.get("reference").equals(reference(9)))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.get("stands_at")).isEqualTo("Look at it");
              assertThat(record.get("risk")).isEqualTo("OVERDUE");
              assertThat(record.get("share_late")).isEqualTo("1.0");
            });
  }

  @Test
  void shouldKeepAConditionChosen() {
    assertThat(text("/insight?severity=LOW"))
        .containsPattern("<option value=\"LOW\" selected=\"selected\">Low</option>");
  }

  private static String row(String page, String... within) {
    var rows = Pattern.compile("<tr.*?</tr>", Pattern.DOTALL).matcher(page);
    while (rows.find()) {
      if (Stream.of(within).allMatch(rows.group()::contains)) {
        return rows.group();
      }
    }
    throw new AssertionError("No row with " + List.of(within));
  }

  private List<CSVRecord> records(String asked) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .get()
        .parse(new StringReader(text("/insight/export?" + asked)))
        .getRecords();
  }

  private String text(String address) {
    var answer = browser.get().uri(address).with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private void ended(int number, int seconds) {
    inTheLog(number, "LOW", "now() - interval '1 day'", "now() - interval '1 hour'");
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            select ?, 'OTHER', 'FORMAL', 'LOW', 'DESK-OF-INSIGHT-PAGES-TESTS', 'DECLINED', 1, now() - interval '1 day',
              now() - interval '1 hour', 0, ?, 0, 0, ?, 0, id || ' ' || id, nextval('insight_counted')
              from insight_element where element = ?
            """)
        .params(reference(number), seconds, seconds, STEP)
        .update();
    rows.sql(
            """
            insert into insight_pass (pass_key, instance_key, definition_key, element, begun_at, ended_at, completed,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working)
            select ?, ?, 1, id, now() - interval '2 hours', now() - interval '1 hour', true, 0, 3600, 0, 0, 3600, 0
              from insight_element where element = ?
            """)
        .params(key(number), key(number), STEP)
        .update();
    task(
        number,
        seconds > 3_600 ? "now() - interval '90 minutes'" : "now()",
        "now() - interval '1 hour'");
    rows.counted(reference(number));
  }

  private void open(int number) {
    inTheLog(number, "CRITICAL", "now() - interval '1 day'", "null");
    rows.sql(
            """
            insert into insight_pass (pass_key, instance_key, definition_key, element, begun_at, completed)
            select ?, ?, 1, id, now() - interval '2 hours', false from insight_element where element = ?
            """)
        .params(key(number), key(number), STEP)
        .update();
    task(number, "now() - interval '1 minute'", "null");
  }

  private void inTheLog(int number, String severity, String flagged, String decided) {
    rows.sql(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, state, flagged_at, decided_at)
            values (?, 'OTHER', 'FORMAL', 'GB', ?, 'DESK-OF-INSIGHT-PAGES-TESTS', 'IN_REVIEW', %s, %s)
            """
                .formatted(flagged, decided))
        .params(reference(number), severity)
        .update();
    rows.sql("insert into insight_instance values (?, ?)")
        .params(key(number), reference(number))
        .update();
  }

  private void task(int number, String due, String ended) {
    rows.sql(
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at)
            values (?, ?, ?, ?, now() - interval '2 hours', %s, %s)
            """
                .formatted(due, ended))
        .params(key(number), reference(number), key(number), STEP)
        .update();
  }

  private static String reference(int number) {
    return "SR-2025-" + (FIRST + number);
  }

  private static long key(int number) {
    return 4_100_000_000_000_000_000L + number;
  }
}
