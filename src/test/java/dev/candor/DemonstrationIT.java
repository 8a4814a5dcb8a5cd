package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the documents show goes as they say: the demonstration ends with 0 only then. */
class DemonstrationIT {

  @Test
  void shouldFindTheChangedRowAndCloseEveryPathToWhoIsTakenOff()
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "src/docs/Demonstration.java", "target/candor.jar")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("entry \\d+: was changed");
    assertThat(said)
        .contains("verify names that entry", "desk-uk: a file")
        .doesNotContain("EXPECTED");
  }
}
