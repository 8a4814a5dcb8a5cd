package dev.candor.studio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.LongComputation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the build wrote down of our diagrams is what the service would find. */
@LongComputation
class ReportsOfTheBuildTests {

  private final ReportsOfTheBuild reports = ReportsOfTheBuild.read();

  @Test
  void shouldHoldWhatTheServiceFinds() {
    try (var rules = new DiagramRules()) {
      var ours = ServiceCheck.in(Path.of("processes"));
      assertThat(ours.ofKind("bpmn"))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(reports.of(file, ours.text(file)))
                      .contains(rules.workOut(file, ours.text(file))));
    }
  }

  @Test
  void shouldSayNothingOfADiagramThatIsAnother() {
    var ours = ServiceCheck.in(Path.of("processes"));
    var text = ours.text("decision.bpmn");

    assertThat(reports.of("decision.bpmn", text.replaceFirst("Decide", "Decided"))).isEmpty();
    assertThat(reports.of("decided.bpmn", text)).isEmpty();
  }
}
