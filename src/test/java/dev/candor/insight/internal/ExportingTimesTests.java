package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.insight.web.ReadPages;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Future.State;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Files of this test's own cases, and who reads them slowly. */
@CandorTest
class ExportingTimesTests {

  private static final String DESK = "DESK-OF-EXPORTING-TIMES-TESTS";
  private static final int CASES = 200;

  /** More than have a turn, wait for one, and than the service has connections. */
  private static final int READERS = 40;

  @Autowired ExportingTimes exporting;
  @Autowired People people;
  @Autowired EveryRow rows;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Autowired
  @Qualifier("dbHealthIndicator")
  HealthIndicator database;

  @Autowired WebApplicationContext service;

  private final CountDownLatch reading = new CountDownLatch(1);

  @BeforeEach
  void write() {
    forget();
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            select 'SR-2025-' || 740000 + number, 'OTHER', 'FORMAL', 'LOW', ?, 'DECLINED', 1, '2025-03-01', '2025-03-02',
              0, 60, 0, 0, 60, 0, '', nextval('insight_counted')
              from generate_series(1, ?) number
            """)
        .params(DESK, CASES)
        .update();
  }

  @AfterEach
  void forget() {
    rows.sql("delete from insight_time where desk = ?").param(DESK).update();
    rows.sql("update insight_feed set forgotten = forgotten + 1").update();
  }

  @Test
  void shouldLeaveConnectionsToTheServiceWhileManyReadFilesSlowly() throws Exception {
    try (var readers = Executors.newCachedThreadPool();
        AutoCloseable readersGoOn = reading::countDown) {
      // when
      var files =
          IntStream.range(0, READERS).mapToObj(reader -> readers.submit(this::read)).toList();
      await().until(() -> files.stream().anyMatch(file -> file.state() == State.FAILED));
      // then
      assertThat(files)
          .filteredOn(file -> file.state() == State.FAILED)
          .allSatisfy(
              file -> assertThat(file.exceptionNow()).isExactlyInstanceOf(TooManyFiles.class));
      assertThat(database.health().getStatus()).isEqualTo(Status.UP);
      assertThat(asService()).isEqualTo(1);
      assertThat(ReadPages.of(service).status("/insight/export?as=csv", "manager")).isEqualTo(503);
      // when
      reading.countDown();
      // then
      await().until(() -> files.stream().allMatch(Future::isDone));
      assertThat(files)
          .filteredOn(file -> file.state() == State.SUCCESS)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file.resultNow()).isEqualTo(CASES + 1));
    }
  }

  /** Answers how many lines it was given. */
  private long read() throws Exception {
    var file =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            Uninterruptibles.awaitUninterruptibly(reading);
            super.write(bytes, offset, length);
          }
        };
    exporting.cases(manager(), query(), file);
    return file.toString(StandardCharsets.UTF_8).lines().count();
  }

  private Person manager() {
    return people.find(new PersonId("manager")).orElseThrow();
  }

  private static TimesQuery query() {
    return new TimesQuery(
        Instant.parse("2025-03-01T00:00:00Z"),
        Instant.parse("2025-03-31T00:00:00Z"),
        false,
        Map.of(Dimension.DESK, DESK));
  }

  private Integer asService() {
    return Acting.<Integer, RuntimeException>asService(
        EventLog.SERVICE,
        () -> transaction.execute(status -> jdbc.sql("select 1").query(Integer.class).single()));
  }
}
