package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule for diagrams can fail: a small sound diagram is broken in one place, and the linter has
 * to answer with the one line that says where, what, and how to mend it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagramRulesTests {

  private static final Path FRONTEND = Path.of("src/main/frontend");
  private static final Path SOUND = Path.of("src/test/resources/diagram-rules/example.bpmn");

  private List<String> findings = List.of();

  @BeforeAll
  void lintEveryBrokenDiagram(@TempDir Path folder) throws IOException, InterruptedException {
    var sound = Files.readString(SOUND);
    Files.createDirectory(folder.resolve("sound"));
    Files.writeString(folder.resolve("sound").resolve("example.bpmn"), sound);
    for (var broken : BrokenDiagram.ALL) {
      var own = Files.createDirectory(folder.resolve(broken.name()));
      Files.writeString(own.resolve(broken.file()), broken.breaking(sound));
    }
    findings = lint(folder);
  }

  @Test
  void shouldFindNothingInASoundDiagram() {
    assertThat(findings).noneMatch(line -> line.startsWith("sound/"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenDiagrams")
  void shouldSayWhereWhatAndHowToMend(BrokenDiagram broken) {
    var place = broken.name() + "/" + broken.file() + ": ";
    assertThat(findings)
        .filteredOn(line -> line.startsWith(place))
        .extracting(line -> line.substring(place.length()))
        .containsExactlyInAnyOrderElementsOf(broken.findings());
  }

  private static Stream<BrokenDiagram> brokenDiagrams() {
    return BrokenDiagram.ALL.stream();
  }

  private static List<String> lint(Path folder) throws IOException, InterruptedException {
    var linter =
        new ProcessBuilder("node", "lint-processes.mjs", folder.toAbsolutePath().toString())
            .directory(FRONTEND.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(linter.waitFor()).as("exit code of a run with findings: %s", output).isEqualTo(1);
    return output.lines().toList();
  }
}
