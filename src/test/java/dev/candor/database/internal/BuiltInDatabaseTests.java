package dev.candor.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.candor.support.BesideOthers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@BesideOthers
class BuiltInDatabaseTests {

  private static final String A_CASE =
      """
      set session_replication_role = replica;
      insert into cases (reference, flagger, flagged_at, type, sender, principal, principal_kind,
        principal_country, market, channel, ask, wants_to_stay_hidden, political_content, paid,
        threat, received_on, state)
      values ('SR-2026-00001', 'employee', now(), 'OTHER', 'Sender', 'Principal', 'AGENCY', 'FR',
        'GB', 'FORMAL', 'A canal', false, false, false, false, date '2026-01-01', 'FLAGGED');
      insert into case_words values ('SR-2026-00001', 'sr-2026-00001 a canal')
      """;

  /** Where one was started for the first time: it unpacked the program and made the cluster. */
  @TempDir static Path made;

  @TempDir Path folder;

  @BeforeAll
  static void make() {
    try (var database = new BuiltInDatabase(made, 0, Map.of())) {
      database.get();
    }
  }

  /** Each has a folder of its own, and does not wait seconds for the same again. */
  @BeforeEach
  void copyWhatWasMade() throws Exception {
    var copy = new ProcessBuilder("cp", "-a", made + "/.", folder.toString()).inheritIO().start();
    assertThat(copy.waitFor()).isZero();
  }

  @Test
  void shouldKeepItsDataOverARestartOnTheSameFolder() {
    // given
    try (var database = start()) {
      owner(database).sql("create table note (word text)").update();
      application(database).sql("insert into note values ('kept')").update();
    }
    // when
    try (var database = start()) {
      // then
      assertThat(words(database)).containsExactly("kept");
    }
  }

  @Test
  void shouldWriteDurablyAndTrustNobody() throws Exception {
    try (var database = start()) {
      var settings = application(database);
      for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(settings.sql("show " + setting).query(String.class).single())
            .as(setting)
            .isEqualTo("on");
      }
      assertThat(settings.sql("show listen_addresses").query(String.class).single())
          .isEqualTo("127.0.0.1");
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(database.get().jdbcUrl(), "candor", "a guess")
                      .close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(new PostgresFolder(folder).passwords()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.readString(new PostgresFolder(folder).cluster().resolve("pg_hba.conf")))
          .doesNotContainPattern("(?m)^[^#].*\\btrust\\b");
    }
  }

  @Test
  void shouldConnectAsARoleThatOwnsNothing() {
    try (var database = start()) {
      owner(database).sql("create table note (word text)").update();

      assertThatThrownBy(() -> application(database).sql("drop table note").update())
          .rootCause()
          .hasMessageContaining("must be owner");
      assertThatThrownBy(() -> application(database).sql("create table mine (x int)").update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void shouldStopWhatAKilledOwnerLeftRunning() throws Exception {
    // given a server whose JVM is gone: it runs, and nobody holds the folder
    var killed = PostgresServer.start(new PostgresFolder(folder), 0, Map.of());
    var database = new CandorDatabase(killed, "candor");
    database.prepare();
    var pid = pidOfTheServer();
    killed.forgetLikeAKilledJvm();
    assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);
    // when
    try (var next = start()) {
      // then
      assertThat(application(next).sql("select 1").query(Integer.class).single()).isEqualTo(1);
      assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void shouldComeAgainWhereItWasWhenItsProcessIsKilled() throws Exception {
    try (var database = start()) {
      // given
      owner(database).sql("create table note (word text)").update();
      application(database).sql("insert into note values ('kept')").update();
      // when
      ProcessHandle.of(pidOfTheServer()).orElseThrow().destroyForcibly();
      // then
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> words(database), List.of("kept")::equals);
    }
    assertThat(new PostgresFolder(folder).cluster().resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void shouldLeaveAProcessAloneThatOnlyHasTheNumberOfTheLastServer() throws Exception {
    // given a pid file that survived a power cut, and another program with that number
    try (var database = start()) {
      database.get();
    }
    var pidFile = new PostgresFolder(folder).cluster().resolve("postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + folder + "\n");
    // when
    new LeftOverServer(PostgresProgram.unpackedIn(folder), new PostgresFolder(folder)).stop();
    // then
    assertThat(pidFile).exists();
  }

  @Test
  void shouldSayInOneLineThatAnotherCandorUsesTheFolder() {
    try (var first = start()) {
      // Up first: who begins at the same time may be the one that gets the folder.
      first.get();
      try (var second = start()) {
        var failure = catchThrowableOfType(DatabaseCannotStart.class, second::get);

        var analysis = new DatabaseCannotStartAnalyzer().analyze(failure);
        assertThat(analysis.getDescription())
            .contains("is used by another Candor that is running")
            .contains(folder.toString());
        assertThat(analysis.getAction()).contains("candor.data-dir");
        assertThat(application(first).sql("select 1").query(Integer.class).single()).isEqualTo(1);
      }
    }
  }

  @Test
  void shouldSayThatAWantedPortIsInUse() {
    try (var first = start()) {
      var taken = first.get().server().port();
      try (var second = new BuiltInDatabase(folder.resolve("second"), taken, Map.of())) {

        var failure = catchThrowableOfType(DatabaseCannotStart.class, second::get);

        assertThat(failure).hasMessageContaining(String.valueOf(taken));
        assertThat(failure.whatToDo()).contains("candor.database.port");
      }
    }
  }

  @Test
  void shouldMigrateAsTheOwnerAndGoOnAfterItWasKilledInTheMiddle() {
    try (var database = start()) {
      // given a register with a case in it, whose words the next migration splits
      migration(database).target("180").load().migrate();
      superuser(database).sql(A_CASE).update();
      // when the server is killed after the last statement of that, before its commit
      var killed = migration(database).callbacks(new KillAfter("190", this::killTheServer)).load();
      assertThatThrownBy(killed::migrate).isInstanceOf(FlywayException.class);
      // then nothing of it is there
      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(lastMigration(database)).isEqualTo("180"));
      // and the next start does the rest, once each
      var next = migration(database).load();
      next.migrate();
      assertThat(next.info().pending()).isEmpty();
      assertThat(next.info().applied())
          .hasSameSizeAs(next.info().all())
          .allMatch(applied -> applied.getState().isApplied() && !applied.getState().isFailed());
      assertThat(
              superuser(database)
                  .sql("select words || ': ' || lexemes from case_words")
                  .query(String.class)
                  .single())
          .isEqualTo("sr-2026-00001 a canal: 'canal':2");
      assertThat(
              superuser(database)
                  .sql("select tableowner from pg_tables where tablename = 'flyway_schema_history'")
                  .query(String.class)
                  .single())
          .isEqualTo(CandorDatabase.OWNER);
    }
  }

  private record KillAfter(String version, Runnable kill) implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {
      if (context.getMigrationInfo().getVersion().getVersion().equals(version)) {
        kill.run();
      }
    }

    @Override
    public String getCallbackName() {
      return "kill after " + version;
    }
  }

  private void killTheServer() {
    try {
      var server = ProcessHandle.of(pidOfTheServer()).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FluentConfiguration migration(BuiltInDatabase database) {
    var candor = database.get();
    return Flyway.configure()
        .dataSource(candor.jdbcUrl(), CandorDatabase.OWNER, candor.server().passwords().owner());
  }

  private static String lastMigration(BuiltInDatabase database) {
    return superuser(database)
        .sql(
            """
            select case when exists (select from information_schema.columns where column_name = 'lexemes')
              then 'half of it' else (
                select version from flyway_schema_history order by installed_rank desc limit 1) end
            """)
        .query(String.class)
        .single();
  }

  private BuiltInDatabase start() {
    return new BuiltInDatabase(folder, 0, Map.of());
  }

  private long pidOfTheServer() throws IOException {
    var lines = Files.readAllLines(new PostgresFolder(folder).cluster().resolve("postmaster.pid"));
    return Long.parseLong(lines.getFirst());
  }

  private static List<String> words(BuiltInDatabase database) {
    return application(database).sql("select word from note").query(String.class).list();
  }

  private static JdbcClient application(BuiltInDatabase database) {
    var candor = database.get();
    return client(candor, CandorDatabase.APPLICATION, candor.server().passwords().application());
  }

  private static JdbcClient superuser(BuiltInDatabase database) {
    var candor = database.get();
    return client(candor, PostgresServer.SUPERUSER, candor.server().passwords().superuser());
  }

  private static JdbcClient owner(BuiltInDatabase database) {
    var candor = database.get();
    return client(candor, CandorDatabase.OWNER, candor.server().passwords().owner());
  }

  private static JdbcClient client(CandorDatabase candor, String user, String password) {
    return JdbcClient.create(new DriverManagerDataSource(candor.jdbcUrl(), user, password));
  }
}
