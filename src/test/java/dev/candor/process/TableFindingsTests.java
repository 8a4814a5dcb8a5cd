package dev.candor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our tables are sound; each way to break one is found and named. */
class TableFindingsTests {

  private static final Path FOLDER = Path.of("processes");

  @ParameterizedTest
  @MethodSource("tables")
  void shouldFindNothingInOurTables(Path table) throws IOException {
    assertThat(TableFindings.in(Files.readString(table))).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deadlines | "LOW","MEDIUM"</text>        | "LOW"</text>                  | deadlines: gives no answer when step is COMPLETE_FACTS, severity is MEDIUM; add a row for it
          deadlines | <text>"REVIEW"</text>        | <text>"REVIEW","SECOND_REVIEW"</text> | Rule_SecondReviewCritical: is row 7 of deadlines and fits together with row 3 when step is SECOND_REVIEW, severity is CRITICAL; change one of the two so that they exclude each other
          deadlines | <text>"REVIEW"               | <text>"RE-VIEW"               | Rule_ReviewCritical: is row 3 of deadlines and asks step for "RE-VIEW", which that column does not declare; choose among
          deadlines | <text>24</text>              | <text>"a day"</text>          | Rule_ReviewLow: is row 6 of deadlines and answers "a day" in hours, which is no number; write a number
          deadlines | <text>24</text>              | <text>soon</text>             | Rule_ReviewLow: is row 6 of deadlines and answers soon in hours, which is no value; write a text in quotation marks, a number, true or false
          desk      | "DE","AT","CH"               | "IE","NL"                     | Rule_DeAtCh: is row 2 of desk and is never reached: whatever fits it fits a row above; move it up, or take it away
          desk      | "DE","AT","CH"               | DE                            | Rule_DeAtCh: is row 2 of desk and asks market for DE, which cannot be answered by that column alone; write texts in quotation marks, and name no other variable
          desk      | <text>"DE-AT-CH"             | <text>"BERLIN"                | Rule_DeAtCh: is row 2 of desk and answers "BERLIN" in desk, which that column does not declare; choose one of
          desk      | <description>Germany, Austria and Switzerland share one desk in Berlin. | <description>Why not? | Rule_DeAtCh: is row 2 of desk and does not say why it is there; write its reason into the column Annotations
          desk      | hitPolicy="FIRST"            | hitPolicy="ANY"               | desk: has the hit policy ANY; set it to Unique, First or Collect
          desk      | typeRef="string"             | typeRef="date"                | desk: has an input market of the type "date", whose values cannot be gone through; make it a string, a number or a boolean
          discussionTriggers | &gt;= 3             | [3..2]                        | Rule_ThirdSimilar: is row 5 of discussionTriggers and fits nothing that can come; correct its conditions, or take it away
          decider   | <text>"ESCALATE"</text>      | <text>"ESCALATE"</text        | file: is not taken by the engine
          """)
  void shouldNameWhatIsBroken(String table, String sound, String broken, String finding)
      throws IOException {
    var text = Files.readString(FOLDER.resolve(table + ".dmn"));
    assertThat(text).contains(sound);

    assertThat(lines(text.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(broken))))
        .anySatisfy(line -> assertThat(line).startsWith(finding));
  }

  @Test
  void shouldWantFirstTablesToEndWithARowForTheRest() throws IOException {
    var text = Files.readString(FOLDER.resolve("decider.dmn"));
    var last = text.indexOf("<rule id=\"Rule_DeskHead\">");
    var withoutLast = text.substring(0, last) + text.substring(text.indexOf("</rule>", last) + 7);

    assertThat(lines(withoutLast))
        .containsExactly(
            "decider: gives no answer when none of its rows fits; end it with a row that sets no"
                + " condition");
  }

  @Test
  void shouldWantCollectingTablesToSayWhatFor() throws IOException {
    var text = Files.readString(FOLDER.resolve("policyGrounds.dmn"));

    assertThat(lines(text.replaceFirst("(?s)<description>.*?</description>", "")))
        .containsExactly(
            "policyGrounds: collects all rows that fit and does not say what for; write it into the"
                + " decision's documentation");
  }

  @Test
  void shouldFindGapsAndOverlapsBetweenNumbers() throws IOException {
    var text =
        Files.readString(FOLDER.resolve("deadlines.dmn"))
            .replace("typeRef=\"string\"", "typeRef=\"number\"")
            .replaceAll("(?s)<inputValues.*?</inputValues>", "")
            .replaceAll("(?s)<rule id.*</rule>", rows("< 10", "[10..20)", "> 20", "[15..16]"));

    assertThat(lines(text))
        .containsExactlyInAnyOrder(
            "deadlines: gives no answer when step is 20; add a row for it",
            "Row_4: is row 4 of deadlines and fits together with row 2 when step is 15, severity is"
                + " 0; change one of the two so that they exclude each other");
  }

  private static String rows(String... conditions) {
    var rows = new StringBuilder();
    for (var number = 1; number <= conditions.length; number++) {
      rows.append(
          """
          <rule id="Row_%1$d"><description>A reason that is long enough</description>
            <inputEntry id="I_%1$d"><text>%2$s</text></inputEntry>
            <inputEntry id="J_%1$d"><text></text></inputEntry>
            <outputEntry id="O_%1$d"><text>%1$d</text></outputEntry></rule>
          """
              .formatted(number, conditions[number - 1].replace("<", "&lt;")));
    }
    return rows.toString();
  }

  private static List<String> lines(String dmn) {
    return TableFindings.in(dmn).stream()
        .map(found -> found.element() + ": " + found.what() + "; " + found.mend())
        .toList();
  }

  static Stream<Path> tables() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".dmn")).sorted().toList().stream();
    }
  }
}
