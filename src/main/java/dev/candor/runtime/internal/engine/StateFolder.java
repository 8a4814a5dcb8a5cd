package dev.candor.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Where RocksDB keeps one engine's working state. It wants files even for a state in memory. They
 * are never read by a later start, which rebuilds the state from the log: what a killed process
 * left is not consistent. A snapshot will be taken from here.
 */
final class StateFolder implements AutoCloseable {

  private final Path path;

  /**
   * @param parent null for the system's temporary folder
   */
  StateFolder(@Nullable Path parent) {
    try {
      path =
          parent == null
              ? Files.createTempDirectory("candor-runtime-")
              : Files.createDirectories(parent.resolve("state"));
      FileSystemUtils.deleteRecursively(path.resolve("rocksdb"));
    } catch (IOException e) {
      throw new UncheckedIOException("A folder for the engine's working state", e);
    }
  }

  /** Does not exist yet, or no longer. */
  Path rocksdb() {
    return path.resolve("rocksdb");
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The engine's working state in %s".formatted(path), e);
    }
  }
}
