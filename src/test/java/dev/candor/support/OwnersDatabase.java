package dev.candor.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The database of a running service, as its owner: to break something and mend it. */
public final class OwnersDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern PORT = Pattern.compile("PostgreSQL runs on port (\\d+)");

  private final Connection connection;

  private OwnersDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * The built-in one.
   *
   * @param log what the service printed so far
   */
  public static OwnersDatabase of(Path dataDirectory, List<String> log) {
    var port =
        log.stream()
            .flatMap(line -> PORT.matcher(line).results())
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElseThrow();
    var passwords = new Properties();
    try (var file =
        Files.newInputStream(dataDirectory.resolve("postgres").resolve("passwords.properties"))) {
      passwords.load(file);
      return of("jdbc:postgresql://127.0.0.1:" + port + "/candor", passwords.getProperty("owner"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OwnersDatabase of(String url, String password) {
    try {
      return new OwnersDatabase(DriverManager.getConnection(url, "candor_owner", password));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody else writes into this table until this is closed; who tries waits. */
  public void hold(String table) {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    run("lock table " + table + " in exclusive mode");
  }

  /** Waits until somebody wants to write into the table that is held. */
  public void awaitSomebodyAt(String table) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              try (var statement = connection.createStatement();
                  var waiting =
                      statement.executeQuery(
                          "select from pg_locks where not granted and relation = '%s'::regclass"
                              .formatted(table))) {
                return waiting.next();
              }
            });
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
