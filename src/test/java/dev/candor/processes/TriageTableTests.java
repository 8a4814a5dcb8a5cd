package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.cases.Channel;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every request, whichever row of {@code triage.dmn} it meets. */
class TriageTableTests {

  private static final DecisionTable TRIAGE = DecisionTable.of("triage");

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

  @Test
  void shouldGiveEveryRequestASeverityAndAWay() {
    assertThat(everyCombination())
        .allSatisfy(
            facts -> {
              var answer = TRIAGE.ask(facts);
              var grave =
                  Severity.valueOf(answer.text("severity")).compareTo(Severity.HIGH) >= 0
                      || facts.get("wantsToStayHidden").equals(true);
              assertThat(answer.text("route"))
                  .as("who decides")
                  .isIn(
                      grave
                          ? Set.of("GENERAL_COUNSEL")
                          : Set.of("GENERAL_COUNSEL", "DESK_HEAD", "LEGAL_PROCESS"));
              assertThat(answer.output().get("secondReviewer").asBoolean())
                  .as("what goes to counsel is looked at by two in any case")
                  .isIn(false, !answer.text("route").equals("GENERAL_COUNSEL"));
            });
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
