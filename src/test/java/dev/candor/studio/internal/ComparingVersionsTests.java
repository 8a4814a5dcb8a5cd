package dev.candor.studio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.Upload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is different between two versions, in words of whoever looks at it. */
class ComparingVersionsTests {

  private static final String DEADLINES = Upload.ours("deadlines.dmn");
  private static final String DESKS = Upload.ours("desk.dmn");
  private static final String REVIEW = Upload.ours("regional-review.bpmn");

  @Test
  void shouldSayInWhichRowAndColumnACellChanged() {
    var halved =
        DEADLINES.replaceFirst(
            "(?<before>id=\"OutputEntry_ReviewHigh_Hours\">\\s*<text>)8", "${before}4");

    assertThat(differences("deadlines.dmn", DEADLINES, halved))
        .containsExactly("Row 4, \"Working hours\": was 8 and is now 4");
  }

  @Test
  void shouldQuoteWhatIsWrittenInACell() {
    var moved = DESKS.replace("\"GB\",\"IE\",\"NL\",\"IL\"", "\"GB\",\"IE\",\"IL\"");

    assertThat(differences("desk.dmn", DESKS, moved))
        .containsExactly(
            "Row 1, \"Market (country code)\": was \"GB\",\"IE\",\"NL\",\"IL\" and is now"
                + " \"GB\",\"IE\",\"IL\"");
  }

  @Test
  void shouldSayOnceThatARowIsGoneOrNew() {
    var without = DESKS.replaceFirst("(?s)<rule id=\"Rule_DeAtCh\">.*?</rule>", "");

    assertThat(differences("desk.dmn", DESKS, without)).containsExactly("Row 2 is gone");
    assertThat(differences("desk.dmn", without, DESKS)).containsExactly("Row 2 is new");
  }

  @Test
  void shouldSayWhatIsNotedAtARow() {
    var noted =
        DESKS.replace(
            "Germany, Austria and Switzerland share one desk in Berlin.", "All of it in Berlin.");

    assertThat(differences("desk.dmn", DESKS, noted))
        .containsExactly(
            "Row 2: description was \"Germany, Austria and Switzerland share one desk in Berlin.\""
                + " and is now \"All of it in Berlin.\"");
  }

  @Test
  void shouldTellOfFlowsAndClocksByTheNamesOfWhatTheyConnectAndBelongTo() {
    var longer = StepInserted.behind("Task_RecordRecommendation", REVIEW);

    assertThat(differences("regional-review.bpmn", REVIEW, longer))
        .contains(
            "Flow from \"Record review\" to \"Review request once more\": end was"
                + " \"Is it asked for in writing?\" and is now \"Review request once more\"",
            "\"Review request once more\" (user task) is new",
            "Flow from \"Record review once more\" to \"Is it asked for in writing?\" is new")
        .noneMatch(words -> words.contains("event definition"));
  }

  @Test
  void shouldTellANewNameOnceAndNotForEachFlow() {
    var renamed = REVIEW.replace("name=\"Record review\"", "name=\"Keep review\"");

    assertThat(differences("regional-review.bpmn", REVIEW, renamed))
        .containsExactly(
            "\"Keep review\" (service task): name was \"Record review\" and is now \"Keep review\"");
  }

  @Test
  void shouldTellOfAnEventWhatItsClockSays() {
    var sooner = REVIEW.replaceFirst(">= *remindAt<", ">=dueAt<");

    assertThat(differences("regional-review.bpmn", REVIEW, sooner))
        .containsExactly(
            "\"Review due soon\" (timer event definition): timeDate was \"=remindAt\" and is now"
                + " \"=dueAt\"");
  }

  private static List<String> differences(String file, String before, String after) {
    assertThat(after).isNotEqualTo(before);
    return new ComparingVersions().inWords(file, before, after);
  }
}
