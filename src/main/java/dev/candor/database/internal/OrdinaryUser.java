package dev.candor.database.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Started by root (in a container, often) it runs in a user
 * namespace of its own, in which it is nobody; the files stay root's.
 */
final class OrdinaryUser {

  private OrdinaryUser() {}

  static ProcessBuilder command(List<String> command) {
    var whole = new ArrayList<String>();
    if (isRoot()) {
      requireNamespaces();
      whole.addAll(List.of("unshare", "--user"));
    }
    whole.addAll(command);
    return new ProcessBuilder(whole);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void requireNamespaces() {
    if (!succeeds("unshare", "--user", "true")) {
      throw new DatabaseCannotStart(
          "PostgreSQL does not run as root, and this machine allows root no user namespace",
          "Start Candor as an ordinary user, or set spring.datasource.url to a PostgreSQL of your"
              + " own");
    }
  }

  private static boolean succeeds(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
