package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.cases.Severity;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seven flags every version of Candor must handle lead where they have to. */
class ExampleFlagsTests {

  private static final DecisionTable TRIAGE = DecisionTable.of("triage");
  private static final DecisionTable DESK = DecisionTable.of("desk");
  private static final List<String> FACTS =
      List.of(
          "type",
          "channel",
          "principalKind",
          "market",
          "wantsToStayHidden",
          "politicalContent",
          "paid",
          "threat");

  @ParameterizedTest(name = "{0}")
  @MethodSource("flags")
  void shouldLeadWhereItHasTo(Example example) {
    var triage = TRIAGE.ask(example.facts());
    var severity = Severity.valueOf(triage.text("severity"));

    if (example.expects("minSeverity")) {
      assertThat(severity)
          .isGreaterThanOrEqualTo(Severity.valueOf(example.expected("minSeverity")));
    }
    if (example.expects("maxSeverity")) {
      assertThat(severity).isLessThanOrEqualTo(Severity.valueOf(example.expected("maxSeverity")));
    }
    if (example.expects("decider")) {
      assertThat(triage.text("route")).isEqualTo(example.expected("decider"));
    }
    assertThat(DESK.ask(example.facts()).output().asText())
        .isEqualTo(example.expects("desk") ? example.expected("desk") : example.desk());
  }

  static List<Example> flags() throws IOException {
    var flags = new ObjectMapper().readTree(Example.class.getResource("/processes/flags.json"));
    return StreamSupport.stream(flags.spliterator(), false).map(Example::new).toList();
  }

  record Example(JsonNode json) {

    Map<String, Object> facts() {
      var flag = json.get("flag");
      var facts = new HashMap<String, Object>();
      FACTS.forEach(
          fact -> {
            var value = flag.get(fact);
            facts.put(fact, value.isBoolean() ? value.asBoolean() : value.asText());
          });
      facts.put("legalBasisGiven", flag.hasNonNull("legalBasis"));
      return facts;
    }

    boolean expects(String what) {
      return json.get("expect").has(what);
    }

    String expected(String what) {
      return json.get("expect").get(what).asText();
    }

    /** Of the two examples that name no desk, one is British and one German. */
    String desk() {
      return json.get("flag").get("market").asText().equals("DE") ? "DE-AT-CH" : "UK-IE-NL-IL";
    }

    @Override
    public String toString() {
      return json.get("id").asText();
    }
  }
}
