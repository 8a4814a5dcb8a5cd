package dev.candor.database.internal;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * One real PostgreSQL for all tests of this JVM, and a migrated template in it: a fresh database is
 * a copy of that, made in some 50 ms.
 */
final class TestServer {

  private static final Map<String, String> FAST_AND_FORGETFUL =
      Map.of("fsync", "off", "full_page_writes", "off", "max_connections", "300");
  private static final String TEMPLATE = "candor_template";

  private static final TestServer INSTANCE = new TestServer();

  private final PostgresServer server = startInAFreeFolder();
  private final AtomicInteger count = new AtomicInteger();

  private TestServer() {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    dropWhatEarlierRunsLeft();
    var template = new CandorDatabase(server, TEMPLATE);
    template.prepare();
    Flyway.configure()
        .dataSource(template.jdbcUrl(), CandorDatabase.OWNER, server.passwords().owner())
        .load()
        .migrate();
  }

  static TestDatabase freshDatabase() {
    return INSTANCE.create();
  }

  private synchronized TestDatabase create() {
    var name = "test_" + count.incrementAndGet();
    asSuperuser(
        "create database %s template %s owner %s".formatted(name, TEMPLATE, CandorDatabase.OWNER));
    return new TestDatabase(
        server.jdbcUrl(name),
        CandorDatabase.APPLICATION,
        server.passwords().application(),
        CandorDatabase.OWNER,
        server.passwords().owner(),
        server.passwords().superuser());
  }

  /** Two test runs in one checkout each have their own. */
  private static PostgresServer startInAFreeFolder() {
    for (int number = 1; ; number++) {
      try {
        var folder = Path.of("target", "test-postgres-" + number);
        return PostgresServer.start(new PostgresFolder(folder), 0, FAST_AND_FORGETFUL);
      } catch (DatabaseCannotStart failure) {
        if (number == 9 || !failure.getMessage().contains("used by another Candor")) {
          throw failure;
        }
      }
    }
  }

  private void dropWhatEarlierRunsLeft() {
    var names = new ArrayList<String>();
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"),
                PostgresServer.SUPERUSER,
                server.passwords().superuser());
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select datname from pg_database where datname ~ '^(test|candor)_'")) {
      while (found.next()) {
        names.add(found.getString(1));
      }
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
    names.forEach(name -> asSuperuser("drop database " + name));
  }

  private void asSuperuser(String sql) {
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"),
                PostgresServer.SUPERUSER,
                server.passwords().superuser());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException trouble) {
      throw new IllegalStateException(trouble);
    }
  }
}
