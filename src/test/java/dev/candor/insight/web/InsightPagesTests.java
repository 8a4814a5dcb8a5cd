package dev.candor.insight.web;

import static dev.candor.insight.web.ReadPages.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.process.ProcessSets;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/**
 * Pages and files over cases of this test's own: in the log alone, as the register would note them.
 */
@CandorTest
class InsightPagesTests {

  private static final String DESK = "DESK-OF-INSIGHT-PAGES-TESTS";
  private static final String STEP = "Task_OfInsightPagesTests";

  private final ProcessSets sets;
  private final LoggedCases cases;
  private final LoggedCases otherStep;
  private final ReadPages pages;

  @Autowired
  InsightPagesTests(WebApplicationContext service, ProcessSets sets, EveryRow rows) {
    this.sets = sets;
    this.cases = new LoggedCases(rows, DESK, STEP, 710_000, 15);
    this.otherStep = new LoggedCases(rows, DESK, STEP + "2", 710_100, 1);
    this.pages = ReadPages.of(service);
  }

  @BeforeEach
  void write() {
    cases.begin(sets, "Look at it");
    for (int i = 0; i < 6; i++) {
      ended(i, i < 2 ? 7_200 : 3_600);
    }
    open(9);
  }

  @AfterEach
  void forget() {
    cases.forget();
    otherStep.forget();
  }

  @Test
  void shouldShowWhatIsOverdueByItsReference() {
    var page = text("/insight/open");

    assertThat(row(page, cases.reference(9))).contains("Task overdue", "Look at it", "Critical");
  }

  @Test
  void shouldShowWhatWillBeLateAndAgesBesideWhatEnded() {
    for (int number = 10; number < 14; number++) {
      open(number);
    }

    var page = text("/insight/open?desk=" + DESK);

    assertThat(page).containsPattern("Will be late</dt><dd><b>100 %</b><span[^>]*>of 5 with a");
    assertThat(row(page, "data-name=\"50 %\"")).contains("23 h", ">5<", "100 %");
    assertThat(row(page, "data-from=\"")).contains("data-n=\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"severity=LOW", "type=VERIFY_OR_LABEL", "desk=UK-IE-NL-IL", "outcome=X"})
  void shouldNotShowAnOpenCaseThatIsNotChosen(String condition) {
    assertThat(text("/insight/open?" + condition)).doesNotContain(cases.reference(9));
    assertThat(text("/insight/export?as=open&" + condition)).doesNotContain(cases.reference(9));
  }

  @Test
  void shouldShowHowDeadlinesWereKeptBesideThePeriodBefore() {
    // given
    for (int number = 10; number < 15; number++) {
      ended(number, 7_200, "100 days");
    }
    // when
    var page = text("/insight/deadlines?desk=" + DESK);
    // then
    assertThat(row(page, "Look at it", "Low"))
        .contains(">4<", ">2<", ">33 %<", "100 % (−67 points)");
    assertThat(row(page, "Look at it", "Critical")).contains("fewer than five", ">1</td></tr>");
    assertThat(page)
        .containsPattern(
            "Missed</dt><dd><b>33 %</b><span[^>]*>before: 100 % \\(−67 points\\) of 5");
    assertThat(text("/insight/deadlines?severity=HIGH&desk=" + DESK)).doesNotContain("Look at it");
  }

  @Test
  void shouldShowThePausesInWhichCasesWaited() {
    assertThat(text("/insight/deadlines?desk=" + DESK)).contains("had waited for the other side");

    for (int number = 10; number < 15; number++) {
      ended(number, 0);
      cases.waited(number, 1_800);
    }

    assertThat(text("/insight/deadlines?desk=" + DESK))
        .containsPattern(
            "(?s)Cases that waited</dt><dd><b>5 of 11</b>.*Median of these</dt><dd><b>30 min<");
  }

  /** What all of them are is told beside them. */
  @Test
  void shouldNotTellFromWhatDeadlinesOfFewCouldBeReckoned() {
    // given
    ended(10, "HIGH");
    ended(11, "HIGH");
    // when
    var page = text("/insight/deadlines?desk=" + DESK);
    // then
    for (var severity : List.of("Low", "High")) {
      assertThat(row(page, "Look at it", severity))
          .contains("colspan=\"3\"", "too few to tell")
          .doesNotContain(">4<", ">2<", "33 %");
    }
    // when there are enough of these
    for (int number = 12; number < 15; number++) {
      ended(number, "MEDIUM");
    }
    // then
    page = text("/insight/deadlines?desk=" + DESK);
    assertThat(row(page, "Look at it", "Low")).contains(">4<", ">2<", ">33 %<");
    assertThat(row(page, "Look at it", "High")).contains("too few to tell");
    assertThat(row(page, "Look at it", "Medium")).contains("too few to tell");
  }

  /** The share of the page: two of six. */
  @Test
  void shouldGiveDeadlinesAsAFileFromWhichTheyCanBeCounted() throws Exception {
    assertThat(records("as=deadlines&desk=" + DESK))
        .hasSize(6)
        .allSatisfy(
            record -> {
              assertThat(record.get("name")).isEqualTo("Look at it");
              assertThat(record.get("late"))
                  .isEqualTo(
                      String.valueOf(
                          Instant.parse(record.get("ended_at"))
                              .isAfter(Instant.parse(record.get("due_at")))));
            })
        .filteredOn(record -> record.get("late").equals("true"))
        .hasSize(2);
  }

  @Test
  void shouldShowTheDiagramAsHeatMap() {
    var page = text("/insight/ways?calendar=clock&desk=" + DESK);

    assertThat(row(page, "data-element=\"" + STEP + "\""))
        .contains("data-level=\"5\" data-label=\"1 h\"", ">6<", ">0 %<", ">33 %<");
    assertThat(text("/insight/ways/drawing")).contains("<bpmn:definitions");
  }

  @ParameterizedTest
  @CsvSource({"time, 1 h", "wait, 0", "count, 6", "missed, 33 %", "again, 0 %"})
  void shouldColourTheDiagramByWhatIsAskedFor(String colour, String label) {
    var page = text("/insight/ways?calendar=clock&colour=" + colour + "&desk=" + DESK);

    assertThat(row(page, "data-element=\"" + STEP + "\"")).contains("data-label=\"" + label + "\"");
    assertThat(page).contains("<option value=\"" + colour + "\" selected=\"selected\">");
  }

  @Test
  void shouldNarrowTheHeatMapAndTheWays() {
    assertThat(text("/insight/ways?severity=HIGH&desk=" + DESK))
        .doesNotContain("data-element=\"" + STEP + "\"", "Look at it → Look at it");
  }

  @Test
  void shouldShowTheWaysAndWhereCasesCameBack() {
    var page = text("/insight/ways?calendar=clock&desk=" + DESK);

    assertThat(row(page, "Look at it → Look at it")).contains(">1<", ">6<", "100 %");
    assertThat(row(page, "Look at it</th><td>Look at it")).contains(">6<", "100 %");
    assertThat(page).contains("<dt>Cases that came back to a step</dt><dd><b>100 %</b>");
  }

  /** Three of the five others came back, and two did not. */
  @Test
  void shouldSayHowManyCameBackAtLeastWhereTheRestAreFew() {
    for (int number = 10; number < 15; number++) {
      ended(number, 3_600);
      cases.took(number, number < 13 ? "%1$s %1$s 0" : "%1$s 0");
    }
    var page = text("/insight/ways?calendar=clock&desk=" + DESK);

    assertThat(row(page, "Other ways")).contains(">5<");
    assertThat(page).contains("<dt>Cases that came back to a step</dt><dd><b>at least 55 %</b>");
    assertThat(row(page, "Look at it</th><td>Look at it"))
        .contains(">at least 6<", ">at least 55 %<");
  }

  @Test
  void shouldGiveCasesAsAFileFromWhichTheFiguresCanBeCounted() throws Exception {
    var times =
        records("as=csv&desk=" + DESK).stream()
            .map(record -> Integer.parseInt(record.get("in_hand")))
            .toList();

    assertThat(times).containsExactlyInAnyOrder(3_600, 3_600, 3_600, 3_600, 7_200, 7_200);
  }

  /** A case is a row with its way, a pass of the diagram one as well. */
  @Test
  void shouldGiveWaysAndPassesAsFiles() throws Exception {
    assertThat(records("as=csv&desk=" + DESK))
        .extracting(record -> record.get("way"))
        .containsOnly(STEP + " " + STEP)
        .hasSize(6);
    assertThat(records("as=passes&desk=" + DESK))
        .extracting(record -> record.get("element"), record -> record.get("completed"))
        .containsOnly(tuple(STEP, "true"))
        .hasSize(6);
    assertThat(records("as=passes&process=DecisionProcess&desk=" + DESK)).isEmpty();
  }

  @Test
  void shouldGiveStepsAndWhatIsOpenAsFiles() throws Exception {
    assertThat(records("as=steps&desk=" + DESK))
        .hasSize(6)
        .allSatisfy(
            record -> {
              assertThat(record.get("element")).isEqualTo(STEP);
              assertThat(record.get("in_hand_working")).isEqualTo("3600");
              assertThat(record.get("reference")).startsWith("SR-2025-71");
            });
    assertThat(records("as=open"))
        .filteredOn(record -> record.get("reference").equals(cases.reference(9)))
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

  /** The passes of cases that are open, too, and those of the weeks before in a point of theirs. */
  @Test
  void shouldShowTheTimesOfOneStep() {
    // given
    for (int number = 10; number < 15; number++) {
      ended(number, 7_200, "100 days");
    }
    var from = LocalDate.now(ZoneOffset.UTC).minusDays(150);
    var step = "&by=severity&desk=" + DESK + "&step=RegionalReviewProcess/" + STEP;
    // when
    var page = text("/insight?from=" + from + step);
    // then
    assertThat(page)
        .contains("Passes through “Look at it” that ended", "<dt>Passes</dt><dd><b>11</b>")
        .doesNotContain("id=\"flow\"");
    assertThat(row(page, ">Low<")).contains(">11<", ">1 h<", ">fewer than five<");
    assertThat(Pattern.compile("data-at=\"\\d+\"").matcher(page).results()).hasSize(2);
    assertThat(row(text("/insight?x=" + step), ">Low<")).contains(">6<", "+0 %, n 5");
  }

  /** By whatever has no value of its own in the log. */
  @ParameterizedTest
  @ValueSource(strings = {"outcome=WITHDRAWN", "severity=NONE", "version=0"})
  void shouldFindTheStepsOfCasesThatWereWithdrawn(String condition) throws Exception {
    for (int number = 10; number < 15; number++) {
      ended(number, 7_200);
      cases.withdrawn(number);
    }
    var n = condition.startsWith("version") ? 11 : 5;
    var chosen = condition + "&desk=" + DESK;

    assertThat(row(text("/insight?by=step&" + chosen), "Look at it")).contains(">" + n + "<");
    assertThat(row(text("/insight/ways?" + chosen), "data-element")).contains(">" + n + "<");
    assertThat(records("as=steps&" + chosen)).hasSize(n);
  }

  /** In the words of the page by which they were chosen. */
  @Test
  void shouldGiveDeadlinesWithTheValuesByWhichTheyAreChosen() throws Exception {
    ended(10, 7_200);
    cases.withdrawn(10);

    assertThat(records("as=deadlines&outcome=WITHDRAWN&severity=NONE&desk=" + DESK))
        .extracting(record -> record.get("outcome"), record -> record.get("severity"))
        .containsExactly(tuple("WITHDRAWN", "NONE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/insight?step=RegionalReviewProcess/Task_NotThere",
        "/insight?by=step&step=Task_NotThere",
        "/api/insight/cycle-times?step=RegionalReviewProcess/Task_NotThere",
        "/insight/export?as=steps&step=RegionalReviewProcess/Task_NotThere",
        "/insight/ways?process=NotThere",
        "/insight/ways/drawing?process=NotThere",
        "/insight/export?as=passes&process=NotThere",
        "/insight/export?as=passes&process=%00"
      })
  void shouldSayThatThereIsNoSuchStepOrProcess(String address) {
    assertThat(pages.refused(address, "manager"))
        .containsPattern("There is no such (step|process)");
  }

  /** Cases have many steps: their files have all. */
  @Test
  void shouldNarrowTheFileOfStepsToTheOneThatIsShown() throws Exception {
    // given
    otherStep.begin(sets, "Look at it again");
    otherStep.write(0, "LOW", "now() - interval '1 day'", "now() - interval '1 hour'");
    otherStep.pass(0, "now() - interval '3 hours'", "now() - interval '2 hours'", 60);
    var step = "step=RegionalReviewProcess/" + STEP;
    // when
    var page = text("/insight?" + step + "&desk=" + DESK);
    // then
    assertThat(page)
        .contains(
            step.replace("/", "%2F") + "&amp;as=steps", "The file of steps has this one alone");
    assertThat(records("as=steps&desk=" + DESK)).hasSize(7);
    assertThat(records("as=steps&" + step + "&desk=" + DESK)).hasSize(6);
    assertThat(text("/insight")).doesNotContain("this one alone");
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
    return pages.text(address, "manager");
  }

  private void ended(int number, String severity) {
    ended(number, 7_200);
    cases.severity(number, severity);
  }

  private void ended(int number, int seconds) {
    ended(number, seconds, "1 hour");
  }

  /**
   * @param seconds in hand; late where that was more than an hour
   * @param ago an interval in SQL
   */
  private void ended(int number, int seconds, String ago) {
    var ended = "now() - interval '" + ago + "'";
    cases.write(number, "LOW", ended + " - interval '23 hours'", ended);
    cases.count(number, "LOW", ended, seconds);
    cases.pass(number, ended + " - interval '1 hour'", ended, 3_600);
    var due = ended + (seconds > 3_600 ? " - interval '30 minutes'" : " + interval '1 hour'");
    cases.task(number, ended + " - interval '1 hour'", due, ended, true);
    cases.counted(number);
  }

  private void open(int number) {
    cases.write(number, "CRITICAL", "now() - interval '1 day'", "null::timestamptz");
    cases.pass(number, "now() - interval '2 hours'", "null::timestamptz", 0);
    cases.task(number, "now() - interval '2 hours'", "now() - interval '1 minute'", "null", false);
  }
}
