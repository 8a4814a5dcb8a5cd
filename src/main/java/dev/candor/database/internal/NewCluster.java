package dev.candor.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Creates a cluster (initdb) that knows no trust: every connection needs a password. */
final class NewCluster {

  private NewCluster() {}

  static void create(PostgresProgram program, PostgresFolder folder, PostgresPasswords passwords) {
    var half = folder.root().resolve("cluster.creating");
    try {
      FileSystemUtils.deleteRecursively(half);
      var passwordFile =
          PostgresPasswords.writePrivately(
              folder.root().resolve("superuser.password"), passwords.superuser());
      try {
        run(
            List.of(
                program.binary("initdb").toString(),
                "--pgdata=" + half,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions"));
      } finally {
        Files.deleteIfExists(passwordFile);
      }
      Files.move(half, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException trouble) {
      throw cannotCreate(folder, trouble);
    }
  }

  private static void run(List<String> command) throws IOException {
    var process = OrdinaryUser.command(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("initdb said: " + said);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while creating the cluster", interrupted);
    }
  }

  private static DatabaseCannotStart cannotCreate(PostgresFolder folder, IOException trouble) {
    return new DatabaseCannotStart(
        "PostgreSQL's data could not be created in " + folder.root() + ": " + trouble.getMessage(),
        "Make the folder writable and leave 100 MB in it, or set candor.data-dir to another folder",
        trouble);
  }
}
