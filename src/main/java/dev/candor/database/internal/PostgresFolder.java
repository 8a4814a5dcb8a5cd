package dev.candor.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where the built-in PostgreSQL lives: its program, its cluster, its passwords, its log. */
record PostgresFolder(Path root) {

  PostgresFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  Path passwords() {
    return root.resolve("passwords.properties");
  }

  Path log() {
    return root.resolve("server.log");
  }

  /**
   * Takes the folder for this JVM. The operating system gives it back when the JVM ends, however it
   * ends.
   *
   * @return closed to give it back
   * @throws DatabaseCannotStart when another JVM has it
   */
  FileChannel take() {
    FileChannel channel = null;
    try {
      Files.createDirectories(root);
      channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return channel;
      }
    } catch (IOException trouble) {
      close(channel);
      throw new DatabaseCannotStart(
          "The folder " + root + " cannot be written to",
          "Make it writable, or set candor.data-dir to another folder",
          trouble);
    }
    close(channel);
    throw new DatabaseCannotStart(
        "The folder " + root + " is used by another Candor that is running",
        "Stop the other one, or set candor.data-dir to another folder");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameJvm) {
      return false;
    }
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
