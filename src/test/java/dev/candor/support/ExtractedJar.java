package dev.candor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The packaged jar with its libraries beside it, as the operations guide has it for what is started
 * often: extracted once for all tests of a JVM.
 */
final class ExtractedJar {

  static final Path JAR = extract();

  private ExtractedJar() {}

  private static Path extract() {
    try {
      return RuntimeAlone.extract(Files.createDirectories(Path.of("target", "extracted")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
