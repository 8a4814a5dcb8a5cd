package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.BesideOthers;
import dev.candor.support.QuickJava;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * In memory means that there is no file: neither where it runs nor where temporary files go. And
 * without ports there is no socket.
 */
@BesideOthers
class InMemoryTests {

  /** Libraries in machine code can only be loaded from a file; these are unpacked for it. */
  private static final String NATIVE_LIBRARY = "file .*/lib(rocksdbjni|netty)[^/]*[.]so";

  @TempDir private Path temporary;

  @Test
  void shouldTouchNoFileButTheLibrariesItLoads() throws IOException, InterruptedException {
    // given
    Path here = Files.createDirectory(temporary.resolve("here"));
    Path forTemporaryFiles = Files.createDirectory(temporary.resolve("tmp"));

    // when
    List<String> said = run(FilesInMemory.class, here, forTemporaryFiles);

    // then
    assertThat(said).as(this::errors).last().isEqualTo("used");
    assertThat(said.subList(0, said.size() - 1))
        .allSatisfy(file -> assertThat(file).matches(NATIVE_LIBRARY));
    assertThat(here).isEmptyDirectory();
    assertThat(forTemporaryFiles).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldOpenNoSocketWithoutPorts() throws IOException, InterruptedException {
    List<String> said = run(SocketsWithoutPorts.class, temporary, temporary);

    assertThat(said).as(this::errors).containsExactly("used");
  }

  /** What it says of files, of sockets, and that it came to its end. */
  private List<String> run(Class<?> program, Path here, Path forTemporaryFiles)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                QuickJava.command(
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:-UsePerfData",
                    "-Djava.io.tmpdir=" + forTemporaryFiles,
                    "-cp",
                    absolute(System.getProperty("java.class.path")),
                    program.getName()))
            .directory(here.toFile())
            .redirectError(Redirect.to(temporary.resolve("errors").toFile()))
            .start();
    List<String> said =
        process
            .inputReader()
            .lines()
            .filter(line -> line.matches("file .*|socket:.*|used|closed"))
            .toList();
    process.waitFor();
    return said;
  }

  /** The class path of the tests may be relative to where they run. */
  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Stream.of(classPath.split(File.pathSeparator))
            .map(each -> Path.of(each).toAbsolutePath().toString())
            .toList());
  }

  private String errors() {
    try {
      return Files.readString(temporary.resolve("errors"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
