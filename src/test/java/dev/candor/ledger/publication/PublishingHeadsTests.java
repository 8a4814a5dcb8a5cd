package dev.candor.ledger.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.access.Acting;
import dev.candor.ledger.LedgerSettings;
import dev.candor.ledger.VerifyExport;
import dev.candor.ledger.internal.Heads;
import dev.candor.notification.MailOutside;
import dev.candor.notification.MailPorts;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.HttpCall;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** One head a day, to addresses outside, by which an export is checked. Days far from today's. */
@CandorTest
class PublishingHeadsTests {

  @LocalServerPort int port;
  @Autowired WebApplicationContext service;
  @Autowired Heads heads;
  @Autowired MailOutside mail;
  @Autowired MailPorts mailPorts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired EveryRow rows;
  @TempDir Path folder;

  private final String keeper = "keeper-" + UUID.randomUUID() + "@outside.example";

  @Test
  void shouldMailOneHeadADayByWhichAnExportIsChecked() throws Exception {
    // given
    await().until(() -> heads.current().size() > 0);

    // when three hours of one day pass
    for (var hour :
        List.of("2101-03-01T06:00:00Z", "2101-03-01T07:00:00Z", "2101-03-02T05:59:59Z")) {
      carryOut(hour, keeper);
    }

    // then there is one mail, with the head
    var mails = mailsTo(keeper);
    assertThat(mails).hasSize(1);
    var mailFile = Files.write(folder.resolve("head.eml"), mails.getFirst());
    assertThat(verify(export(), mailFile)).isEqualTo(0);

    // and it finds what was changed in an export whose own heads say nothing of it
    var first = export();
    assertThat(verify(first.replaceFirst("PROCESS_DEPLOYED", "POLICY_VERSION"), mailFile))
        .isEqualTo(1);
    assertThat(
            verify(
                first, Files.writeString(folder.resolve("no.eml"), "MIME-Version: 1.0\n\nHello")))
        .as("a mail without a head tells nothing")
        .isEqualTo(2);
  }

  @Test
  void shouldPublishTheNextDayAgain() throws Exception {
    carryOut("2102-03-01T06:00:00Z", keeper);
    carryOut("2102-03-02T06:00:00Z", keeper);

    assertThat(mailsTo(keeper)).hasSize(2);
  }

  @Test
  void shouldTryAgainWhatWasNotSentAndSendNothingTwice() throws Exception {
    // given an address that is none
    carryOut("2103-03-01T06:00:00Z", "no address", keeper);
    assertThat(trouble("2103-03-01")).containsExactly("no address BAD_ADDRESS", keeper + " sent");

    // when it is tried again some minutes later, and not a week later
    assertThat(attempts("2103-03-01")).isEqualTo(1);
    carryOut("2103-03-01T06:06:00Z", "no address", keeper);
    assertThat(attempts("2103-03-01")).isEqualTo(2);
    carryOut("2103-03-09T06:00:00Z");
    assertThat(attempts("2103-03-01")).isEqualTo(2);

    // then the other one got one mail
    assertThat(mailsTo(keeper)).hasSize(1);
    assertThat(page()).contains("no address", "no address that mail can be sent to", keeper);
  }

  @Test
  void shouldPublishWithoutAnyAddress() {
    carryOut("2104-03-01T06:00:00Z");

    assertThat(HttpCall.to(port, "/api/ledger/heads").as("employee").get().body())
        .contains("\"day\":\"2104-03-01\"");
    assertThat(page()).contains("1 Mar 2104", "nobody", heads.publicKey());
  }

  /** As the service does it, at this time, with these addresses. */
  private void carryOut(String at, String... addresses) {
    var publishing =
        new PublishingHeads(
            heads,
            mail,
            new LedgerSettings(
                "candor.local/ledger", null, List.of(addresses), 6, Duration.ofSeconds(1)),
            jdbc,
            transaction,
            Clock.fixed(Instant.parse(at), ZoneOffset.UTC));
    Acting.<Boolean, RuntimeException>asService(
        "ledger-publication",
        () -> {
          var more = true;
          while (more) {
            more = publishing.carryOutOne();
          }
          return more;
        });
  }

  private List<byte[]> mailsTo(String address) throws MessagingException, IOException {
    var mails = new ArrayList<byte[]>();
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", mailPorts.imap(), address, address);
      var inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      for (var message : inbox.getMessages()) {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        mails.add(bytes.toByteArray());
      }
    }
    return mails;
  }

  private String export() throws IOException {
    return HttpCall.to(port, "/api/ledger/export").as("auditor").get().body();
  }

  private int verify(String export, Path head) throws IOException {
    var file = Files.writeString(folder.resolve("export.json"), export);
    return VerifyExport.run(
        new String[] {file.toString(), "--head", head.toString(), "--key", heads.publicKey()},
        new PrintStream(new ByteArrayOutputStream(), true));
  }

  private List<String> trouble(String day) {
    return rows.sql(
            """
            select address || ' ' || coalesce(trouble, case when sent_at is not null then 'sent' end)
              from ledger_publication_mail where day = ?::date order by address <> 'no address'
            """)
        .param(day)
        .query(String.class)
        .list();
  }

  private int attempts(String day) {
    return rows.sql(
            "select attempts from ledger_publication_mail where day = ?::date and address = 'no address'")
        .param(day)
        .query(Integer.class)
        .single();
  }

  private String page() {
    var answer =
        MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build())
            .get()
            .uri("/ledger/heads")
            .with(user("auditor"))
            .exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
