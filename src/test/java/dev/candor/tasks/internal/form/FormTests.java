package dev.candor.tasks.internal.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTests {

  private static final Form REVIEW = shipped("regional-review");
  private static final Form DECISION = shipped("decision");

  @Test
  void shouldTakeWhatTheFormAsksFor() {
    // given
    Map<String, Object> values =
        Map.of(
            "outcome", "DECLINED_WITH_ALTERNATIVE",
            "grounds", List.of("STATE_CONTROLLED_MEDIA", "COORDINATED_INAUTHENTIC_BEHAVIOUR"),
            "rationale", "Line one\r\nline <b>two</b>",
            "dissent", "  ",
            "policyDiscussion", true);
    // when
    var accepted = DECISION.accept(values);
    // then
    assertThat(accepted)
        .containsOnlyKeys("outcome", "grounds", "rationale", "policyDiscussion")
        .containsEntry("rationale", "Line one\r\nline <b>two</b>");
  }

  @Test
  void shouldLetOnlyMarkedFieldsIntoTheEngineAndNeverTexts() {
    // given
    var form =
        FormReader.read(
            """
            {"components": [
              {"type": "select", "key": "outcome", "values": [{"value": "DECLINED"}],
               "properties": {"candor:engine": "true"}},
              {"type": "textarea", "key": "rationale", "properties": {"candor:engine": "true"}},
              {"type": "checkbox", "key": "unmarked"}]}
            """);
    var accepted =
        form.accept(Map.of("outcome", "DECLINED", "rationale", "words", "unmarked", true));
    // when
    var routing = form.forEngine(accepted);
    // then
    assertThat(routing).isEqualTo(Map.of("outcome", "DECLINED"));
  }

  @Test
  void shouldNameEveryFieldThatIsToBlameAndRepeatNothing() {
    // given
    Map<String, Object> values =
        Map.of(
            "outcome", "canary-1",
            "grounds", List.of("canary-2"),
            "rationale", " ",
            "policyDiscussion", "canary-3",
            "reference", "canary-4",
            "canary 5 \r\n", "canary-6");
    // when
    var errors = errors(DECISION, values);
    // then
    assertThat(errors)
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder(
            "outcome", "grounds", "rationale", "policyDiscussion", "reference", "(unknown)");
    assertThat(errors.toString()).doesNotContain("canary");
  }

  @Test
  void shouldRefuseWhatIsTooLongAndSayHowLong() {
    var errors = errors(REVIEW, review("x".repeat(20_001)));

    assertThat(errors)
        .extracting(FieldError::field, FieldError::message)
        .containsExactly(tuple("rationale", "must be at most 20000 characters, has 20001"));
  }

  @Test
  void shouldCountCharactersAndNotTheirHalves() {
    assertThatCode(() -> REVIEW.accept(review("😀".repeat(20_000)))).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseControlCharactersThatNoDatabaseTakes() {
    assertThat(errors(REVIEW, review("before\u0000after")))
        .extracting(FieldError::message)
        .containsExactly("must not contain control characters");
  }

  @Test
  void shouldRefuseOneChoiceWhereAListIsAskedForAndTheOtherWayRound() {
    // given
    Map<String, Object> values =
        Map.of("outcome", List.of("DECLINED"), "grounds", "IMPERSONATION", "rationale", "words");

    assertThat(errors(DECISION, values))
        .extracting(FieldError::field)
        .containsExactly("outcome", "grounds");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          textfield, {"pattern": "[A-Z]{2}"},     GB,               true
          textfield, {"pattern": "[A-Z]{2}"},     GBR,              false
          textfield, {"validationType": "email"}, a@b.example,      true
          textfield, {"validationType": "email"}, nobody,           false
          textfield, {"minLength": 3},            ab,               false
          datetime,  {},                          2026-02-28,       true
          datetime,  {},                          2026-02-30,       false
          iframe,    {},                          anything,         false
          """)
  void shouldApplyTheRulesOfAField(String type, String rules, String value, boolean taken) {
    // given
    var form =
        FormReader.read(
            """
            {"components": [{"type": "%s", "key": "field", "validate": %s}]}
            """
                .formatted(type, rules));
    // then
    if (taken) {
      assertThat(form.accept(Map.of("field", value))).containsEntry("field", value);
    } else {
      assertThat(errors(form, Map.of("field", value))).hasSize(1);
    }
  }

  @Test
  void shouldKeepANumberWithinItsLimits() {
    // given
    var form =
        FormReader.read(
            """
            {"components": [{"type": "number", "key": "days", "validate": {"min": 1, "max": 30}}]}
            """);
    // then
    assertThat(form.accept(Map.of("days", 30))).containsEntry("days", 30);
    assertThat(errors(form, Map.of("days", 31))).hasSize(1);
    assertThat(errors(form, Map.of("days", 0.5))).hasSize(1);
    assertThat(errors(form, Map.of("days", "3"))).hasSize(1);
  }

  @Test
  void shouldNotInsistOnAFieldThatThePageMayHide() {
    // given a required field that the page may hide
    var form =
        FormReader.read(
            """
            {"components": [{"type": "group", "conditional": {"hide": "=not(asked)"}, "components": [
              {"type": "textfield", "key": "why", "validate": {"required": true, "maxLength": 3}}]}]}
            """);
    // then it may be empty, and is checked when it is not
    assertThat(form.accept(Map.of())).isEmpty();
    assertThat(errors(form, Map.of("why", "because"))).hasSize(1);
  }

  @Test
  void shouldKnowWhatTheShippedFormsLetIntoTheEngine() {
    assertThat(routing(REVIEW)).containsExactly("recommendation", "secondReviewer");
    assertThat(routing(DECISION)).containsExactly("outcome", "policyDiscussion");
  }

  private static List<String> routing(Form form) {
    return form.fields().values().stream().filter(Field::routes).map(Field::key).toList();
  }

  private static Map<String, Object> review(String rationale) {
    return Map.of("recommendation", "ESCALATE", "rationale", rationale);
  }

  private static List<FieldError> errors(Form form, Map<String, Object> values) {
    return catchThrowableOfType(InvalidInput.class, () -> form.accept(values)).errors();
  }

  private static Form shipped(String name) {
    try {
      return FormReader.read(Files.readString(Path.of("processes", name + ".form")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
