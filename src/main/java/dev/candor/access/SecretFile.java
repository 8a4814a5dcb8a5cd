package dev.candor.access;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static void make(Path file, String secret) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var unfinished =
        Files.createTempFile(
            folder,
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(unfinished, secret);
    try {
      // A link, not a move: the first of two services that start at once has made the secret.
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      // that one is taken
    } finally {
      Files.delete(unfinished);
    }
  }
}
