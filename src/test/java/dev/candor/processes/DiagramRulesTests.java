package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.process.FileSet;
import dev.candor.studio.Finding;
import dev.candor.studio.internal.ServiceCheck;
import dev.candor.support.LongComputation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule for diagrams can fail: a small sound diagram is broken in one place, and the check has
 * to answer with the one line that says where, what, and how to mend it. The build answers the same
 * as the service.
 */
@LongComputation
class DiagramRulesTests {

  private static final Path FRONTEND = Path.of("src/main/frontend");
  private static final Path SOUND = Path.of("src/test/resources/process-check/sound");
  private static final String DIAGRAM = "example.bpmn";

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenDiagrams")
  void shouldSayWhereWhatAndHowToMend(BrokenDiagram broken) throws IOException {
    var text = broken.breaking(Files.readString(SOUND.resolve(DIAGRAM)));
    var set = ServiceCheck.in(SOUND).without(DIAGRAM).with(setOf(broken.file(), text));

    assertThat(ServiceCheck.ofSmallSets().findings(set))
        .extracting(Finding::toString)
        .containsExactlyInAnyOrderElementsOf(
            broken.findings().stream().map(line -> broken.file() + ": " + line).toList());
  }

  @Test
  void shouldBeToldTheSameByTheBuild(@TempDir Path folder) throws Exception {
    // given one diagram with a fault
    var broken = BrokenDiagram.ALL.getLast();
    var text = broken.breaking(Files.readString(SOUND.resolve(DIAGRAM)));
    Files.writeString(folder.resolve(broken.file()), text);

    // when the build lints its folder, then it fails with the service's line
    var linter =
        new ProcessBuilder("node", "lint-processes.mjs", folder.toAbsolutePath().toString())
            .directory(FRONTEND.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(linter.waitFor()).as(output).isEqualTo(1);
    assertThat(output.lines())
        .isEqualTo(List.of(broken.file() + ": " + broken.findings().getFirst()));
  }

  private static FileSet setOf(String file, String text) {
    return FileSet.of(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Stream<BrokenDiagram> brokenDiagrams() {
    return BrokenDiagram.ALL.stream();
  }
}
