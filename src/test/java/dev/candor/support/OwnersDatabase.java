package dev.candor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The built-in database of a running service, as its owner: to break something and mend it. */
public final class OwnersDatabase implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("PostgreSQL runs on port (\\d+)");

  private final Connection connection;

  private OwnersDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
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
      return new OwnersDatabase(
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + port + "/candor",
              "candor_owner",
              passwords.getProperty("owner")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
