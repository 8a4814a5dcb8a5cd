package dev.candor.runtime.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Where RocksDB keeps the working state of a durable engine. Its files are never read by a later
 * start, which rebuilds the state from a snapshot and the log: what a killed process left is not
 * consistent.
 */
final class StateFolder implements AutoCloseable {

  private final Path path;

  /**
   * @param parent the folder the log is in
   * @param from the state to begin with; null for an empty one
   */
  StateFolder(Path parent, @Nullable Path from) {
    try {
      path = Files.createDirectories(parent.resolve("state"));
      FileSystemUtils.deleteRecursively(rocksdb());
      if (from != null) {
        copy(from, rocksdb());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A folder for the engine's working state", e);
    }
  }

  /** Holds the state to begin with, or does not exist yet. */
  Path rocksdb() {
    return path.resolve("rocksdb");
  }

  /** RocksDB never changes a table once it is written, so those need no copy of their own. */
  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.newDirectoryStream(from)) {
      for (Path file : files) {
        Path target = to.resolve(file.getFileName());
        if (file.toString().endsWith(".sst")) {
          Files.createLink(target, file);
        } else {
          Files.copy(file, target);
        }
      }
    }
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
