package dev.candor.database.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server that runs on a folder: ours, or what a killed JVM left. Known by the pid file, and
 * believed only when that process was started on this very folder: pids are used again.
 */
final class LeftOverServer {

  private static final int SECONDS_TO_STOP = 30;

  private final PostgresProgram program;
  private final PostgresFolder folder;

  LeftOverServer(PostgresProgram program, PostgresFolder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Stops it in an orderly way (fast: sessions end, the cluster is left clean). */
  void stop() {
    running().ifPresent(server -> stop(server));
  }

  private Optional<ProcessHandle> running() {
    var pidFile = folder.cluster().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(pidFile)) {
      return lines
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d+"))
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
          .filter(this::isOnThisFolder);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private boolean isOnThisFolder(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains(folder.cluster().toString()))
        .orElse(false);
  }

  private void stop(ProcessHandle server) {
    try {
      var stopping =
          OrdinaryUser.command(
                  List.of(
                      program.binary("pg_ctl").toString(),
                      "stop",
                      "--pgdata=" + folder.cluster(),
                      "--mode=fast",
                      "--timeout=" + SECONDS_TO_STOP))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      stopping.waitFor(SECONDS_TO_STOP + 5, TimeUnit.SECONDS);
    } catch (IOException trouble) {
      server.destroy();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    // pg_ctl is content when the pid file is gone, which is a moment before the process is.
    if (!ends(server)) {
      throw new DatabaseCannotStart(
          "A PostgreSQL that was left running (process " + server.pid() + ") does not stop",
          "End that process, then start again");
    }
  }

  private static boolean ends(ProcessHandle server) {
    try {
      server.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException stays) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
