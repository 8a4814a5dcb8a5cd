package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every decision table, whatever its owner changes in it. */
class DecisionTablesTests {

  @ParameterizedTest
  @MethodSource("decisions")
  void shouldBeReadableFromTheTop(String decision) {
    assertThat(DecisionTable.of(decision).hitPolicy())
        .as("Choose the hit policy UNIQUE, FIRST or COLLECT in %s.dmn", decision)
        .isIn("UNIQUE", "FIRST", "COLLECT");
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void shouldAnswerWhateverComes(String decision) {
    var table = DecisionTable.of(decision);
    if (table.hitPolicy().equals("FIRST")) {
      assertThat(table.rules().getLast().catchesAll())
          .as("Let the last row of %s.dmn set no condition: it has to catch the rest", decision)
          .isTrue();
      assertThat(table.rules().stream().filter(DecisionTable.Rule::catchesAll))
          .as("Only the last row of %s.dmn may catch everything: no row below is reached", decision)
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void shouldSayOfEachRuleWhyItIsThere(String decision) {
    assertThat(DecisionTable.of(decision).rules())
        .as("Write an annotation beside each row of %s.dmn", decision)
        .allSatisfy(rule -> assertThat(rule.why()).as(rule.id()).hasSizeGreaterThan(20));
  }

  static List<String> decisions() {
    return ProcessFiles.ofKind("dmn").stream()
        .map(Path::getFileName)
        .map(name -> name.toString().replace(".dmn", ""))
        .toList();
  }
}
