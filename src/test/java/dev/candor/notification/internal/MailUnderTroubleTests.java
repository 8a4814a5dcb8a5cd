package dev.candor.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.candor.database.internal.TestDatabase;
import dev.candor.notification.internal.UnreliableLine.Fate;
import dev.candor.support.BesideOthers;
import dev.candor.support.MailServerThatThrows;
import dev.candor.support.QuickJava;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters through a real mail server on a line that fails in every way there is. As many in the
 * great test as {@value #LETTERS} says; {@code mvn -Pchaos verify} says ten thousand.
 */
@BesideOthers
class MailUnderTroubleTests {

  private static final String LETTERS = "candor.chaos.letters";
  private static final String SEED = "candor.chaos.seed";
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static TestDatabase database;
  private static JdbcClient jdbc;

  private final List<Process> services = new ArrayList<>();
  private GreenMail server;

  @BeforeAll
  static void makeADatabase() {
    database = TestDatabase.fresh();
    jdbc = JdbcClient.create(database.asSuperuser());
  }

  @BeforeEach
  void startAServer() {
    jdbc.sql("delete from mail_outbox").update();
    server = MailServerThatThrows.start(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @AfterEach
  void stopTheServer() {
    services.forEach(MailUnderTroubleTests::kill);
    server.stop();
  }

  @Test
  void shouldDeliverEachLetterOnceThoughKilledTwiceAndTheLineFailsAtRandom() throws IOException {
    // given letters to many people, and a line that fails for half of them
    int letters = Integer.getInteger(LETTERS, 200);
    long seed = Long.getLong(SEED, System.nanoTime());
    write(letters, "'person-' || n % 97");
    try (var line = line(atRandom(new Random(seed)))) {
      // when the service is killed in the middle, twice
      long underWay = killWhenArrived(letters / 3, line);
      underWay += killWhenArrived(letters * 2 / 3, line);
      var last = busy(line);
      await().atMost(PATIENCE).until(() -> count("sent_at is null") == 0);
      kill(last);
      // then each is in its box, under the Message-ID it was written with
      assertThat(arrived()).as("seed %d", seed).isEqualTo(written());
      // and a box got a second copy only where the server could not say that it had the first, or
      // who was killed could not note it
      assertThat(server.getReceivedMessages().length - letters)
          .as("copies, seed %d", seed)
          .isBetween(1, line.met(Fate.ACCEPTED_AND_DROPPED) + (int) underWay);
      for (var fate : Fate.values()) {
        assertThat(line.met(fate)).as("%s, seed %d", fate, seed).isPositive();
      }
    }
  }

  @Test
  void shouldLetOneAddressAtWhichTheServerHangsKeepNobodyElseWaiting() {
    // given many letters to somebody at whose address the server hangs, before all others
    write(40, "'hangs'");
    write(40, "'person-' || n");
    try (var line = line(rcpt -> rcpt.contains("hangs") ? Fate.HANGS : Fate.DELIVERED);
        var service = service(line, Duration.ofMinutes(1))) {
      // when
      service.start();
      // then all others have theirs while the first few to that address are still waited for
      await().until(() -> count("sent_at is not null") == 40);
      assertThat(count("person = 'hangs' and attempts = 1 and last_error is null"))
          .isEqualTo(MailOutbox.AT_A_TIME);
      assertThat(count("person = 'hangs' and attempts = 0")).isEqualTo(40 - MailOutbox.AT_A_TIME);
    }
  }

  @Test
  void shouldLeaveToTheNextTurnWhoIsWrittenToMeanwhile() {
    // given
    write(1, "'first'");
    try (var line = line(rcpt -> Fate.DELIVERED);
        var service = service(line, Duration.ofMinutes(1))) {
      var deliveries = service.firstAttempts();
      assertThat(deliveries.carryOutOne()).isTrue();
      // when somebody is written to after the turn began
      write(1, "'second'");
      // then it ends without them, and the next begins with them
      assertThat(deliveries.carryOutOne()).isFalse();
      assertThat(count("attempts = 0")).isOne();
      assertThat(deliveries.carryOutOne()).isTrue();
      await().until(() -> count("sent_at is not null") == 2);
    }
  }

  @Test
  void shouldLetPeopleWhoseMailFailsKeepNobodyElseWaiting() {
    // given more people at whose address the server hangs than there are places, and all failed
    write(20, "'hangs-' || n");
    jdbc.sql("update mail_outbox set attempts = 1").update();
    write(40, "'person-' || n");
    try (var line = line(rcpt -> rcpt.contains("hangs") ? Fate.HANGS : Fate.DELIVERED);
        var service = service(line, Duration.ofMinutes(1))) {
      service.start();
      await().until(() -> count("sent_at is not null") == 40);
      assertThat(count("person like 'hangs%' and sent_at is null")).isEqualTo(20);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "REFUSED_FOR_NOW, REFUSED_451",
    "REFUSED, REFUSED_550",
    "HANGS, TIMED_OUT",
    "DROPPED_ON_THE_WAY, LINE_DROPPED",
    "ACCEPTED_AND_DROPPED, LINE_DROPPED"
  })
  void shouldSayWhyAndTryAgain(Fate fate, String code) {
    write(1, "'somebody'");
    try (var line = line(rcpt -> fate);
        var service = service(line, Duration.ofMillis(fate == Fate.HANGS ? 200 : 10_000))) {
      service.start();
      await().until(() -> count("attempts > 1 and given_up_at is null") == 1);
      assertThat(count("last_error = '%s'".formatted(code))).isEqualTo(1);
    }
  }

  @Test
  void shouldNotCountAsTriedWhatWaitedBehindOneThatFailed() {
    write(MailOutbox.AT_A_TIME, "'refused'");
    try (var line = line(rcpt -> Fate.REFUSED_FOR_NOW);
        var service = service(line, Duration.ofSeconds(10))) {
      service.start();
      await().until(() -> count("last_error = 'REFUSED_451'") == MailOutbox.AT_A_TIME);
      service.close();
      // then each was tried as often as the server refused it, and none is under way
      assertThat(line.met(Fate.REFUSED_FOR_NOW))
          .isEqualTo((int) sum("attempts"))
          .isGreaterThanOrEqualTo(MailOutbox.AT_A_TIME);
      assertThat(count("under_way_until is not null")).isZero();
    }
  }

  @Test
  void shouldKeepTryingUntilThereIsAServer() {
    // given a server that is down
    write(1, "'somebody'");
    int port = server.getSmtp().getPort();
    server.stop();
    try (var service = new PostalService(database.asSuperuser(), port, Duration.ofSeconds(5), 4)) {
      service.start();
      await().until(() -> count("attempts > 1 and last_error = 'NO_CONNECTION'") == 1);
      // when it comes up
      server =
          MailServerThatThrows.start(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      // then
      await().until(() -> count("sent_at is not null") == 1);
      assertThat(arrived()).isEqualTo(written());
    }
  }

  @Test
  void shouldSendLettersToOneReaderByOneLine() {
    write(5, "'somebody'");
    try (var line = line(rcpt -> Fate.DELIVERED);
        var service = service(line, Duration.ofSeconds(5))) {
      service.start();
      await().until(() -> count("sent_at is not null and attempts = 1") == 5);
      assertThat(arrived()).isEqualTo(written());
      assertThat(line.opened()).isEqualTo(1);
    }
  }

  @Test
  void shouldOpenTheLineAnewAndNotSendAgainWhatTheServerSaidItHad() {
    // given a server that hangs up after each letter
    write(3, "'somebody'");
    try (var line = line(rcpt -> Fate.DROPPED_AT_THE_GOODBYE);
        var service = service(line, Duration.ofSeconds(5))) {
      service.start();
      await().until(() -> count("sent_at is not null and attempts = 1") == 3);
      assertThat(server.getReceivedMessages()).hasSize(3);
      assertThat(arrived()).isEqualTo(written());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@candor.example\r\nBcc: b@candor.example",
        "a@candor.example, b@candor.example",
        "a@",
        "@candor.example",
        "Somebody <a@candor.example> b",
        "a b@candor.example",
        "a@candor..example"
      })
  void shouldRefuseWhatIsNoAddressAndSaySo(String address) {
    write(1, "'" + address + "'");
    write(1, "'somebody'");
    try (var line = line(rcpt -> Fate.DELIVERED);
        var service = service(line, Duration.ofSeconds(5))) {
      service.start();
      await().until(() -> count("given_up_at is not null and last_error = 'BAD_ADDRESS'") == 1);
      await().until(() -> count("sent_at is not null") == 1);
      assertThat(arrived()).hasSize(1).containsValue("somebody@candor.example");
    }
  }

  private static Function<String, Fate> atRandom(Random random) {
    return rcpt -> {
      synchronized (random) {
        return random.nextBoolean()
            ? Fate.DELIVERED
            : Fate.values()[random.nextInt(Fate.values().length)];
      }
    };
  }

  private UnreliableLine line(Function<String, Fate> fates) {
    return new UnreliableLine(server.getSmtp().getPort(), fates);
  }

  private static PostalService service(UnreliableLine line, Duration patience) {
    return new PostalService(database.asSuperuser(), line.port(), patience, 4);
  }

  /**
   * @return how many were under way then
   */
  private long killWhenArrived(int letters, UnreliableLine line) throws IOException {
    var process = busy(line);
    await().atMost(PATIENCE).until(() -> server.getReceivedMessages().length >= letters);
    kill(process);
    return count("sent_at is null and under_way_until is not null");
  }

  private static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }

  private Process busy(UnreliableLine line) throws IOException {
    var superuser = (PGSimpleDataSource) database.asSuperuser();
    var process =
        new ProcessBuilder(
                QuickJava.command(
                    "-cp",
                    System.getProperty("java.class.path"),
                    BusyPostalService.class.getName(),
                    database.url(),
                    superuser.getUser(),
                    superuser.getPassword(),
                    Integer.toString(line.port())))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    services.add(process);
    return process;
  }

  private static void write(int letters, String person) {
    jdbc.sql(
            """
            insert into mail_outbox
              (id, occasion, notice, reference, person, message_id, created_at, next_attempt_at)
            select id, 'test-' || id, 'DECIDED', 'SR-2026-00042', person, '<' || id || '@candor>',
                   now(), now()
              from (select gen_random_uuid() as id, %s as person
                      from generate_series(1, :letters) n) made
            """
                .formatted(person))
        .param("letters", letters)
        .update();
  }

  private static long count(String condition) {
    return jdbc.sql("select count(*) from mail_outbox where " + condition)
        .query(Long.class)
        .single();
  }

  private static long sum(String column) {
    return jdbc.sql("select sum(%s) from mail_outbox".formatted(column)).query(Long.class).single();
  }

  /** Message-ID to whom. */
  private static Map<String, String> written() {
    var written = new TreeMap<String, String>();
    jdbc.sql("select message_id, person from mail_outbox")
        .query(
            row -> {
              written.put(row.getString(1), row.getString(2) + "@candor.example");
            });
    return written;
  }

  private Map<String, String> arrived() {
    var arrived = new TreeMap<String, String>();
    Arrays.stream(server.getReceivedMessages())
        .forEach(
            message -> {
              var before = arrived.put(id(message), to(message));
              assertThat(before).isIn(null, to(message));
            });
    return arrived;
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String to(MimeMessage message) {
    try {
      return message.getRecipients(RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
