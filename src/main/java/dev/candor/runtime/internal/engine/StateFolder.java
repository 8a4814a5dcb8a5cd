package dev.candor.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where RocksDB keeps one engine's working state. It wants files even for a state in memory; they
 * are temporary, never read by a later start (it is rebuilt from the log), and removed on close.
 */
final class StateFolder implements AutoCloseable {

  private final Path path;

  StateFolder() {
    try {
      path = Files.createTempDirectory("candor-runtime-");
    } catch (IOException e) {
      throw new UncheckedIOException("A temporary folder for the engine's state", e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The engine's temporary folder %s".formatted(path), e);
    }
  }
}
