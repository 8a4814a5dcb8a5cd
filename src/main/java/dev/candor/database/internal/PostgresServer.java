package dev.candor.database.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in this JVM's care, on the loopback interface, durable (fsync on), with
 * passwords (SCRAM) for everybody.
 */
final class PostgresServer implements AutoCloseable {

  static final String SUPERUSER = "postgres";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final int ATTEMPTS_TO_GET_A_PORT = 3;
  private static final int SECONDS_TO_START = 60;
  private static final int SECONDS_BETWEEN_ATTEMPTS = 1;

  private final PostgresProgram program;
  private final PostgresFolder folder;
  private final FileChannel lock;
  private final int port;
  private final PostgresPasswords passwords;
  private final Map<String, String> settings;
  private final CountDownLatch closed = new CountDownLatch(1);

  private PostgresServer(
      PostgresProgram program,
      PostgresFolder folder,
      FileChannel lock,
      Launched launched,
      PostgresPasswords passwords,
      Map<String, String> settings) {
    this.program = program;
    this.folder = folder;
    this.lock = lock;
    this.port = launched.port();
    this.passwords = passwords;
    this.settings = Map.copyOf(settings);
    watch(launched.process());
  }

  private record Launched(Process process, int port) {}

  /**
   * @param wantedPort 0 = any free
   * @param settings of the server, by their PostgreSQL names, beyond our own
   * @throws DatabaseCannotStart with the reason
   */
  static PostgresServer start(PostgresFolder folder, int wantedPort, Map<String, String> settings) {
    var lock = folder.take();
    try {
      var program = PostgresProgram.unpackedIn(folder.root());
      var passwords = PostgresPasswords.in(folder.passwords());
      new LeftOverServer(program, folder).stop();
      if (!Files.exists(folder.cluster().resolve("PG_VERSION"))) {
        NewCluster.create(program, folder, passwords);
      }
      var launched = launch(program, folder, wantedPort, settings);
      LOG.info("PostgreSQL runs on port {}, its data is in {}", launched.port(), folder.root());
      return new PostgresServer(program, folder, lock, launched, passwords, settings);
    } catch (RuntimeException failure) {
      release(lock);
      throw failure;
    }
  }

  int port() {
    return port;
  }

  PostgresPasswords passwords() {
    return passwords;
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() {
    closed.countDown();
    stopAndRelease();
  }

  private synchronized void stopAndRelease() {
    new LeftOverServer(program, folder).stop();
    release(lock);
  }

  /** What is left of us after {@code kill -9}: the server runs on, the folder is nobody's. */
  void forgetLikeAKilledJvm() {
    closed.countDown();
    release(lock);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** A server that ends though nobody stopped it, for want of memory perhaps, comes again. */
  private void watch(Process running) {
    running
        .onExit()
        .thenAcceptAsync(
            ended -> comeAgain(ended.exitValue()),
            task -> Thread.ofPlatform().daemon().name("postgres-watch").start(task));
  }

  private void comeAgain(int status) {
    if (!isClosed()) {
      LOG.error("PostgreSQL ended by itself with {}: see {}", status, folder.log());
    }
    try {
      while (!isClosed() && !launchedAgain()) {
        closed.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean launchedAgain() {
    if (isClosed()) {
      return true;
    }
    try {
      watch(launch(program, folder, port, settings).process());
      LOG.info("PostgreSQL runs again on port {}", port);
      return true;
    } catch (DatabaseCannotStart notYet) {
      // Sessions of the one before hold its memory until they notice.
      LOG.warn("PostgreSQL does not start again yet: {}", notYet.getMessage());
      return false;
    }
  }

  private static Launched launch(
      PostgresProgram program, PostgresFolder folder, int wanted, Map<String, String> settings) {
    for (int attempt = 1; ; attempt++) {
      var port = wanted == 0 ? anyFreePort() : wanted;
      var process = startProcess(program, folder, port, settings);
      if (becomesReady(process, folder.cluster().resolve("postmaster.pid"))) {
        return new Launched(process, port);
      }
      // Between choosing a free port and using it, somebody else can be faster.
      if (wanted != 0 || attempt == ATTEMPTS_TO_GET_A_PORT) {
        process.destroy();
        throw new DatabaseCannotStart(
            "PostgreSQL did not start on port " + port,
            "See why in "
                + folder.log()
                + (wanted == 0 ? "" : ", or set candor.database.port to a free port"));
      }
    }
  }

  private static Process startProcess(
      PostgresProgram program, PostgresFolder folder, int port, Map<String, String> settings) {
    var command = new ArrayList<String>();
    command.add(program.binary("postgres").toString());
    command.addAll(List.of("-D", folder.cluster().toString()));
    command.addAll(List.of("-c", "port=" + port));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "unix_socket_directories="));
    command.addAll(List.of("-c", "timezone=UTC", "-c", "log_timezone=UTC"));
    // What people wrote stays out of the server's log, when a statement fails too.
    command.addAll(List.of("-c", "log_min_error_statement=panic"));
    command.addAll(List.of("-c", "log_error_verbosity=terse"));
    // Most statements are planned once, for tables as they were then. A new database grows from
    // nothing within minutes, and its plans follow it as soon as it matters, but not for a few
    // rows: each time, all connections plan anew, with all conditions of row-level security.
    command.addAll(List.of("-c", "autovacuum_naptime=10s"));
    command.addAll(List.of("-c", "autovacuum_vacuum_threshold=2000"));
    command.addAll(List.of("-c", "autovacuum_analyze_threshold=2000"));
    command.addAll(List.of("-c", "autovacuum_analyze_scale_factor=0.4"));
    // A search reads all over the words of a register, more than the default of 128 MB holds.
    command.addAll(List.of("-c", "shared_buffers=512MB"));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    try {
      return OrdinaryUser.command(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
          .start();
    } catch (IOException trouble) {
      throw new DatabaseCannotStart(
          "PostgreSQL in " + program.root() + " cannot be run",
          "Use a folder on a file system that allows programs (candor.data-dir)",
          trouble);
    }
  }

  /** The server writes its state into the eighth line of its pid file. */
  private static boolean becomesReady(Process process, Path pidFile) {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    try {
      while (System.nanoTime() < deadline) {
        if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (Files.exists(pidFile)) {
          var lines = Files.readAllLines(pidFile);
          if (lines.size() >= 8
              && lines.get(0).strip().equals(Long.toString(process.pid()))
              && lines.get(7).strip().equals("ready")) {
            return true;
          }
        }
      }
    } catch (IOException gone) {
      LOG.debug("The pid file went away while it was read", gone);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static int anyFreePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException trouble) {
      throw new DatabaseCannotStart(
          "There is no free port for PostgreSQL", "Set candor.database.port", trouble);
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException trouble) {
      LOG.warn("The lock on PostgreSQL's folder could not be given back", trouble);
    }
  }
}
