package dev.candor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.PersonId;
import dev.candor.notification.MailBox;
import dev.candor.notification.MailPorts;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.context.WebApplicationContext;

/** Mails to the intake on the mail server of this JVM, from the forward to the case. */
@CandorTest
class FlagsByMailTests {

  private static final String INTAKE = "flags@candor.example";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BY_A_MACHINE = "--x\r\n\r\nWords\r\n--x--";
  private static final Pattern LINK = Pattern.compile("/flags/drafts/[0-9a-f-]{36}");

  @LocalServerPort int port;
  @Autowired EveryRow rows;
  @Autowired JavaMailSender sender;
  @Autowired MailBox box;
  @Autowired MailPorts ports;

  private final DraftsInABrowser browser;
  private String messageId;

  @Autowired
  FlagsByMailTests(WebApplicationContext web) {
    this.browser = new DraftsInABrowser(web);
  }

  @BeforeEach
  void writeAnother() {
    messageId = "<" + UUID.randomUUID() + "@elsewhere.example>";
  }

  @Test
  void shouldMakeADraftThatItsSenderCompletesAndKeepTheMailWithTheCase() {
    // given
    forward("owner@candor.example", "Subject: Fwd: An account", "They ask for an account. Grüße");
    // when
    var link = linkInTheAnswer("owner");
    // then
    var form = browser.page("owner", link);
    assertThat(form)
        .contains("They ask for an account. Grüße", "Fwd: An account", "value=\"2026-03-02\"");
    assertThat(browser.page("owner", "/flags/new")).contains(link);
    assertThat(browser.status("counsel", link)).isEqualTo(404);
    assertThat(asItLies()).doesNotContain(inHex("account"), "account");
    // when it is sent, twice
    var first = browser.send("owner", link);
    var second = browser.send("owner", link);
    // then
    assertThat(second).isEqualTo(first);
    assertThat(files("owner", first)).singleElement().asString().endsWith(".eml");
    assertThat(browser.status("owner", link)).isEqualTo(404);
    assertThat(kept()).isZero();
  }

  @Test
  void shouldAttachTheMailOnceWhenItsDraftIsSentTwiceAtTheSameMoment() throws Exception {
    // given
    forward("communications@candor.example", "Subject: Fwd: Quick", "Words");
    var link = linkInTheAnswer("communications");
    // when
    var sent =
        AtTheSameMoment.doAll(
            Collections.<Callable<String>>nCopies(4, () -> browser.send("communications", link)));
    // then
    assertThat(Set.copyOf(sent)).hasSize(1);
    assertThat(files("communications", sent.getFirst())).hasSize(1);
  }

  @Test
  void shouldTakeTheSameMailOnceEvenWhenItsDraftWasThrownAway() {
    // given
    forward("policy@candor.example", "Subject: Twice", "Words");
    var link = linkInTheAnswer("policy");
    // when
    browser.throwAway("policy", link);
    forward("policy@candor.example", "Subject: Twice", "Words");
    // then
    await().atMost(PATIENCE).until(() -> answers("policy").size() == 2);
    assertThat(browser.status("policy", link)).isEqualTo(404);
    assertThat(kept()).isZero();
    assertThat(taken()).isOne();
  }

  @Test
  void shouldTellAStrangerThatNothingWasKept() {
    var stranger = UUID.randomUUID() + "@elsewhere.example";

    forward(stranger, "Subject: Please", "Words that nobody is to keep");

    await().atMost(PATIENCE).until(() -> !wasNeverWrittenTo(stranger));
    assertThat(inbox(stranger))
        .singleElement()
        .asString()
        .contains("Nothing of yours was kept", "auto-replied");
    assertThat(taken()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "List-Id: <news.elsewhere.example>",
        "Content-Type: multipart/report; boundary=x",
      })
  void shouldLeaveMachinesUnanswered(String header) {
    var machine = UUID.randomUUID() + "@elsewhere.example";

    forward(machine, header, BY_A_MACHINE);
    forward("manager@candor.example", header, BY_A_MACHINE);

    awaitAnEmptyBox();
    assertThat(wasNeverWrittenTo(machine)).isTrue();
    assertThat(taken()).isZero();
  }

  @Test
  void shouldTakeWhatIsMalformedAsFarAsItCanBeRead() {
    // given a part that never ends, in a charset that is none, with a subject of two lines
    forward(
        "legal@candor.example",
        "Subject: =?no-such-charset?Q?one=0D=0ABcc:_two?=\r\nContent-Type: multipart/mixed; boundary=x",
        "--x\r\nContent-Type: text/plain; charset=no-such-charset\r\n\r\nWords\0");
    // then
    assertThat(browser.page("legal", linkInTheAnswer("legal")))
        .contains("From the mail you forwarded");
    assertThat(kept()).isOne();
  }

  @Test
  void shouldKeepNothingOfAMailThatIsTooLarge() {
    forward("auditor@candor.example", "Subject: Much", "Words ".repeat(200_000));

    await().atMost(PATIENCE).until(() -> !answers("auditor").isEmpty());
    assertThat(answers("auditor").getFirst().text()).contains("larger than 1 MB");
    assertThat(taken()).isZero();
  }

  @Test
  void shouldForgetADraftThatNobodyLookedAtForAMonth() {
    rows.sql(
            """
            insert into flag_draft (id, person, message_id, taken_at, sealed_subject, sealed_words,
              sealed_original, sealed_key, key_number)
            values (gen_random_uuid(), 'ops', ?, now() - interval '31 days', '', '', '', '', 1)
            """)
        .param(messageId)
        .update();

    await().atMost(PATIENCE).until(() -> kept() == 0);
    assertThat(taken()).isOne();
  }

  private void forward(String from, String headers, String text) {
    try {
      var raw =
          "From: %s\r\nTo: %s\r\nMessage-ID: %s\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\n%s\r\n%s\r\n%s"
              .formatted(
                  from,
                  INTAKE,
                  messageId,
                  headers,
                  headers.contains("Content-Type")
                      ? ""
                      : "Content-Type: text/plain; charset=utf-8\r\n",
                  text);
      var mail =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))) {
            @Override
            protected void updateMessageID() {
              // It stays what it is: the same mail again.
            }
          };
      assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
      sender.send(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<MailBox.Mail> answers(String person) {
    return box.of(new PersonId(person)).stream()
        .filter(mail -> mail.subject().equals("Your mail to Candor"))
        .toList();
  }

  private String linkInTheAnswer(String person) {
    await().atMost(PATIENCE).until(() -> !answers(person).isEmpty());
    var link = LINK.matcher(answers(person).getFirst().text());
    assertThat(link.find()).isTrue();
    return link.group();
  }

  /** The service deletes a mail there when it is done with it. */
  private void awaitAnEmptyBox() {
    await().atMost(PATIENCE).until(() -> look(INTAKE, "candor", Folder::getMessageCount) == 0);
  }

  /** Each with whether it was sent by a machine, and its words. */
  private List<String> inbox(String stranger) {
    return look(
        stranger,
        stranger,
        folder -> {
          var found = new ArrayList<String>();
          for (var message : folder.getMessages()) {
            found.add(message.getHeader("Auto-Submitted")[0] + " " + message.getContent());
          }
          return found;
        });
  }

  private boolean wasNeverWrittenTo(String stranger) {
    try {
      return inbox(stranger).isEmpty();
    } catch (IllegalStateException noBox) {
      return noBox.getCause() instanceof AuthenticationFailedException;
    }
  }

  private <T> T look(String address, String password, Look<T> look) {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", ports.imap(), address, password);
      try (var folder = store.getFolder("INBOX")) {
        folder.open(Folder.READ_ONLY);
        return look.at(folder);
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(Folder folder) throws MessagingException, IOException;
  }

  private int taken() {
    return count("");
  }

  private int kept() {
    return count(" and sealed_key is not null");
  }

  private int count(String more) {
    return rows.sql("select count(*) from flag_draft where message_id = ?" + more)
        .param(messageId)
        .query(Integer.class)
        .single();
  }

  /** With bytes in hexadecimal. */
  private String asItLies() {
    return rows.sql("select d::text from flag_draft d where message_id = ?")
        .param(messageId)
        .query(String.class)
        .single();
  }

  private static String inHex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> files(String person, String reference) {
    var answer = new Route(port).as(person).get("/api/cases/" + reference + "/attachments");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .map(file -> file.path("name").asText())
        .toList();
  }
}
