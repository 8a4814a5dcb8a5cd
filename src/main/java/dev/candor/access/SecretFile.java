package dev.candor.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret of the service, in a file of its own that only its owner can read. */
public final class SecretFile {

  private SecretFile() {}

  /**
   * Reads it; makes it first where there is no file.
   *
   * @throws IOException when the file can be neither read nor made
   */
  public static String read(Path file, Supplier<String> newSecret) throws IOException {
    if (!Files.exists(file)) {
      make(file, newSecret.get());
    }
    return Files.readString(file);
  }

  /** In its place at once: a crash leaves the old secret or the new one. */
  public static void replace(Path file, String secret) throws IOException {
    Files.move(beside(file, secret), file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void make(Path file, String secret) throws IOException {
    var unfinished = beside(file, secret);
    try {
      // A link, not a move: the first of two services that start at once has made the secret.
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // that one is taken
    } finally {
      Files.delete(unfinished);
    }
  }

  private static Path beside(Path file, String secret) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var unfinished =
        Files.createTempFile(
            folder,
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(unfinished, secret);
  }
}
