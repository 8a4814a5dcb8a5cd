package dev.candor.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Generated once per folder, kept in a file that only its owner can read. */
record PostgresPasswords(String superuser, String owner, String application) {

  static PostgresPasswords in(Path file) {
    try {
      if (!Files.exists(file)) {
        generate(file);
      }
      var properties = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
      return new PostgresPasswords(
          get(properties, "superuser", file),
          get(properties, "owner", file),
          get(properties, "application", file));
    } catch (IOException trouble) {
      throw new DatabaseCannotStart(
          "The database's passwords in " + file + " cannot be read",
          "Make the file readable for the user who runs Candor",
          trouble);
    }
  }

  private static String get(Properties properties, String name, Path file) throws IOException {
    var password = properties.getProperty(name);
    if (password == null || password.isBlank()) {
      throw new IOException("No password '" + name + "' in " + file.getFileName());
    }
    return password;
  }

  /** Written beside its place first: a crash leaves no file rather than half a file. */
  private static void generate(Path file) throws IOException {
    var random = new SecureRandom();
    var content = new StringBuilder();
    for (var name : new String[] {"superuser", "owner", "application"}) {
      var bytes = new byte[24];
      random.nextBytes(bytes);
      content.append(name).append('=').append(HexFormat.of().formatHex(bytes)).append('\n');
    }
    var fresh = writePrivately(file.resolveSibling(file.getFileName() + ".new"), content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static Path writePrivately(Path file, CharSequence content) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, content, StandardCharsets.UTF_8);
  }
}
