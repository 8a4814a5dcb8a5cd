package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.cases.Channel;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How grave a request is and who decides it: one test per row, and what holds for all of them. */
class TriageTableTests {

  private static final DecisionTable TRIAGE = DecisionTable.of("triage");

  private record Row(String rule, Facts facts, Severity severity, String decidedBy) {

    @Override
    public String toString() {
      return rule;
    }
  }

  /** An open, formal, unpaid wish of an agency: what no row but the last one is about. */
  private record Facts(Map<String, Object> values) {

    static Facts ordinary() {
      var facts = new HashMap<String, Object>();
      facts.put("type", "OTHER");
      facts.put("channel", "FORMAL");
      facts.put("principalKind", "AGENCY");
      facts.put("legalBasisGiven", false);
      facts.put("wantsToStayHidden", false);
      facts.put("politicalContent", false);
      facts.put("paid", false);
      facts.put("threat", false);
      return new Facts(facts);
    }

    static Facts of(RequestType type) {
      return ordinary().with("type", type.name());
    }

    Facts with(String fact, Object value) {
      var changed = new HashMap<>(values);
      changed.put(fact, value);
      return new Facts(changed);
    }
  }

  static final List<Row> ROWS =
      List.of(
          new Row(
              "Rule_Threat",
              Facts.ordinary().with("threat", true),
              Severity.CRITICAL,
              "GENERAL_COUNSEL"),
          new Row(
              "Rule_Hidden",
              Facts.of(RequestType.CREATE_OR_PROMOTE).with("wantsToStayHidden", true),
              Severity.HIGH,
              "GENERAL_COUNSEL"),
          new Row(
              "Rule_PaidPolitics",
              Facts.of(RequestType.CREATE_OR_PROMOTE)
                  .with("paid", true)
                  .with("politicalContent", true),
              Severity.HIGH,
              "GENERAL_COUNSEL"),
          new Row(
              "Rule_RemovePolitics",
              Facts.of(RequestType.REMOVE_OR_RESTRICT)
                  .with("politicalContent", true)
                  .with("legalBasisGiven", true),
              Severity.HIGH,
              "GENERAL_COUNSEL"),
          new Row(
              "Rule_PromoteForUnknown",
              Facts.of(RequestType.CREATE_OR_PROMOTE).with("principalKind", "UNKNOWN"),
              Severity.HIGH,
              "GENERAL_COUNSEL"),
          new Row(
              "Rule_DataWithProcess",
              Facts.of(RequestType.DISCLOSE_DATA).with("legalBasisGiven", true),
              Severity.MEDIUM,
              "DESK_HEAD"),
          new Row(
              "Rule_DataWithoutProcess",
              Facts.of(RequestType.DISCLOSE_DATA)
                  .with("legalBasisGiven", true)
                  .with("channel", "VERBAL"),
              Severity.HIGH,
              "GENERAL_COUNSEL"),
          new Row(
              "Rule_RemoveWithoutBasis",
              Facts.of(RequestType.REMOVE_OR_RESTRICT).with("channel", "VERBAL"),
              Severity.MEDIUM,
              "DESK_HEAD"),
          new Row(
              "Rule_RemoveWithBasis",
              Facts.of(RequestType.REMOVE_OR_RESTRICT).with("legalBasisGiven", true),
              Severity.MEDIUM,
              "DESK_HEAD"),
          new Row(
              "Rule_OpenVerification",
              Facts.of(RequestType.VERIFY_OR_LABEL).with("principalKind", "EMBASSY"),
              Severity.LOW,
              "DESK_HEAD"),
          new Row(
              "Rule_StateMediaLabel",
              Facts.of(RequestType.VERIFY_OR_LABEL).with("principalKind", "STATE_MEDIA"),
              Severity.MEDIUM,
              "DESK_HEAD"),
          new Row(
              "Rule_PolicyChange",
              Facts.of(RequestType.POLICY_CHANGE),
              Severity.MEDIUM,
              "GENERAL_COUNSEL"),
          new Row("Rule_EverythingElse", Facts.ordinary(), Severity.MEDIUM, "DESK_HEAD"));

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldTriageByTheRowThatFits(Row row) {
    var answer = TRIAGE.ask(row.facts().values());

    assertThat(answer.rules()).containsExactly(row.rule());
    assertThat(answer.text("severity")).isEqualTo(row.severity().name());
    assertThat(answer.text("route")).isEqualTo(row.decidedBy());
  }

  @Test
  void shouldHaveATestForEachRow() {
    assertThat(TRIAGE.rules())
        .as("Add an example to ROWS for each new row of triage.dmn")
        .extracting(DecisionTable.Rule::id)
        .containsExactlyElementsOf(ROWS.stream().map(Row::rule).toList());
  }

  @Test
  void shouldGiveEveryRequestASeverityADeciderAndTime() {
    assertThat(everyCombination())
        .allSatisfy(
            facts -> {
              var answer = TRIAGE.ask(facts);
              var grave =
                  Severity.valueOf(answer.text("severity")).compareTo(Severity.HIGH) >= 0
                      || facts.get("wantsToStayHidden").equals(true);
              assertThat(answer.text("route"))
                  .as("who decides")
                  .isIn(grave ? Set.of("GENERAL_COUNSEL") : Set.of("GENERAL_COUNSEL", "DESK_HEAD"));
              assertThat(answer.output().get("reviewHours").asInt()).isPositive();
              assertThat(answer.output().get("decisionHours").asInt()).isPositive();
            });
  }

  static Stream<Row> rows() {
    return ROWS.stream();
  }

  static Stream<Map<String, Object>> everyCombination() {
    return Stream.of(RequestType.values())
        .map(Facts::of)
        .flatMap(facts -> each(facts, "channel", Stream.of(Channel.values()).map(Enum::name)))
        .flatMap(
            facts ->
                each(facts, "principalKind", Stream.of(PrincipalKind.values()).map(Enum::name)))
        .flatMap(facts -> each(facts, "legalBasisGiven", Stream.of(true, false)))
        .flatMap(facts -> each(facts, "wantsToStayHidden", Stream.of(true, false)))
        .flatMap(facts -> each(facts, "politicalContent", Stream.of(true, false)))
        .flatMap(facts -> each(facts, "paid", Stream.of(true, false)))
        .flatMap(facts -> each(facts, "threat", Stream.of(true, false)))
        .map(Facts::values);
  }

  private static Stream<Facts> each(Facts facts, String fact, Stream<?> values) {
    return values.map(value -> facts.with(fact, value));
  }
}
