package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.candor.support.BesideOthers;
import dev.candor.support.QuickJava;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that becomes full: a small file system in memory, mounted for the child process alone
 * where the system lets its users do that. {@link DurabilityTests} refuses files everywhere.
 */
@BesideOthers
class FullDiskTests {

  private static final String MOUNTED = "mount -t tmpfs -o size=12m none \"$0\" && exec \"$@\"";

  @TempDir private Path temporary;

  @Test
  void shouldRefuseWhatItCannotKeepAndGoOnWhenThereIsSpace()
      throws IOException, InterruptedException {
    // given
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    assumeTrue(
        new ProcessBuilder("unshare", "-Urm", "true").start().waitFor() == 0,
        "this system lets nobody mount a file system");
    List<String> command =
        new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", MOUNTED, disk.toString()));
    command.addAll(
        QuickJava.command(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + temporary,
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            FullDisk.class.getName(),
            disk.resolve("runtime").toString(),
            disk.resolve("ballast").toString(),
            "2000000"));

    // when
    var process =
        new ProcessBuilder(command)
            .redirectError(Redirect.to(temporary.resolve("full.err").toFile()))
            .start();
    List<String> said = new ArrayList<>();
    try (var output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("refused: ")) {
          process.outputWriter().append('\n').flush();
        }
        if (line.matches("(refused|went on|missing).*")) {
          said.add(line);
        }
      }
    }

    // then
    assertThat(said)
        .as(Files.readString(temporary.resolve("full.err")))
        .containsExactly(
            "refused: STORAGE The runtime's log cannot be written at the moment",
            "went on",
            "missing: []");
  }
}
