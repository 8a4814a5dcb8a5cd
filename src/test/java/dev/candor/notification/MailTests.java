package dev.candor.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.notification.Mails.Notice;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CandorTest
class MailTests {

  private static final PersonId EMPLOYEE = new PersonId("employee");
  private static final PersonId COUNSEL = new PersonId("counsel");
  private static final PersonId OPS = new PersonId("ops");

  @Autowired Mails mails;
  @Autowired MailBox box;
  @Autowired TransactionTemplate transaction;
  @Autowired EveryRow jdbc;
  @Autowired MailPorts ports;

  private static final AtomicInteger CASES = new AtomicInteger(10_000);

  private String reference;

  @BeforeEach
  void newCase() {
    reference = "SR-2026-" + CASES.incrementAndGet();
    jdbc.sql(
            """
            insert into cases (reference, flagger, flagged_at, type, sender, principal,
              principal_kind, principal_country, market, channel, ask, wants_to_stay_hidden,
              political_content, paid, threat, received_on, state)
            values (?, 'employee', now(), 'OTHER', 'W', 'W', 'UNKNOWN', 'FR', 'GB', 'FORMAL', 'W',
              false, false, false, false, current_date, 'FLAGGED')
            """)
        .param(reference)
        .update();
    join(COUNSEL);
    join(OPS);
  }

  @AfterEach
  void readEnglishAgain() {
    jdbc.sql("delete from mail_choice").update();
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void shouldHoldAReferenceAndALinkAndNothingElse(Notice notice) {
    // when
    tell(notice, List.of(EMPLOYEE), "test");
    // then
    var mail = awaitMails(EMPLOYEE, 1).getFirst();
    assertThat(mail.to()).isEqualTo("employee@candor.example");
    assertThat(mail.subject()).startsWith(reference + ": ").hasSizeLessThan(60);
    assertThat(
            mail.text()
                .replaceAll(
                    "http://localhost:\\d+/((cases|desk/of)/" + reference + "|emergency-access)\\R",
                    "")
                .replaceAll("http://localhost:\\d+/letters/[\\w-]{75}\\R", ""))
        .contains("Case " + reference)
        .doesNotContain("http", "/");
  }

  @Test
  void shouldKeepTheLettersOnACaseTogetherWhateverTheReaderReads() throws Exception {
    // given a reader of Hebrew
    jdbc.sql("insert into mail_choice values ('ops', 'HEBREW')").update();
    // when
    tell(Notice.DECIDED, List.of(OPS, EMPLOYEE), "parties");
    tell(Notice.TASK_OFFERED, List.of(OPS, EMPLOYEE), "task");
    // then
    awaitMails(EMPLOYEE, 2);
    assertThat(awaitMails(OPS, 2))
        .allSatisfy(
            mail -> {
              assertThat(mail.language()).isEqualTo("he");
              assertThat(mail.text()).contains("תיק " + reference);
              assertThat(mail.html()).contains("dir=\"rtl\"");
            });
    for (var reader : List.of("employee", "ops")) {
      assertThat(threads(reader)).hasSize(2).containsOnly("<" + reference + "@candor>");
    }
  }

  @Test
  void shouldTellOncePerOccasionAndNobodyWhoJoinedSince() {
    // when the same is told three times, counsel having joined by the third, then something else
    tell(Notice.DECIDED, List.of(EMPLOYEE), "parties");
    tell(Notice.DECIDED, List.of(EMPLOYEE, EMPLOYEE), "parties");
    tell(Notice.DECIDED, List.of(COUNSEL, EMPLOYEE), "parties");
    tell(Notice.WITHDRAWN, List.of(EMPLOYEE), "parties");
    // then
    awaitEverythingSent();
    assertThat(ofThisCase(EMPLOYEE)).hasSize(2);
    assertThat(ofThisCase(COUNSEL)).isEmpty();
  }

  @Test
  void shouldSendNothingWhenTheTransactionIsTakenBack() {
    onTheCase(
        () ->
            transaction.execute(
                status -> {
                  mails.tell(Notice.DECIDED, reference, List.of(EMPLOYEE), "parties");
                  status.setRollbackOnly();
                  return true;
                }));
    tell(Notice.WITHDRAWN, List.of(EMPLOYEE), "parties");

    awaitEverythingSent();
    assertThat(ofThisCase(EMPLOYEE))
        .extracting(MailBox.Mail::subject)
        .containsExactly(reference + ": withdrawn");
  }

  @Test
  void shouldShowNobodyAnotherPersonsMail() {
    tell(Notice.DECIDED, List.of(EMPLOYEE), "parties");
    var mail = awaitMails(EMPLOYEE, 1).getFirst();

    assertThat(box.find(EMPLOYEE, mail.id())).contains(mail);
    assertThat(box.find(COUNSEL, mail.id())).isEmpty();
    assertThat(box.find(new PersonId("admin"), mail.id())).isEmpty();
    assertThat(box.of(new PersonId("nobody"))).isEmpty();
  }

  @Test
  void shouldGiveUpOnSomebodyWhoIsNotThereAnyMore() {
    tell(Notice.DECIDED, List.of(new PersonId("left-us")), "parties");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql(
                                "select last_error from mail_outbox where given_up_at is not null"
                                    + " and reference = ?")
                            .param(reference)
                            .query(String.class)
                            .list())
                    .containsExactly("NO_SUCH_PERSON"));
  }

  @Test
  void shouldSendNothingToSomebodyWhoSteppedOutMeanwhile() {
    // given letters that wait, to somebody who then steps out
    onTheCase(
        () ->
            transaction.execute(
                status -> {
                  mails.tell(Notice.DECIDED, reference, List.of(COUNSEL, OPS), "parties");
                  jdbc.sql("insert into case_recusal values (?, 'counsel', 'W', 'counsel', now())")
                      .param(reference)
                      .update();
                  return true;
                }));
    // then
    awaitMails(OPS, 1);
    await().until(() -> withheld("counsel") == 1);
    assertThat(ofThisCase(COUNSEL)).isEmpty();
  }

  @Test
  void shouldSendNothingToSomebodyWhoDoesNotKnowTheCaseUnlessTheRouteNeedsThem() {
    var owner = new PersonId("owner");

    tell(Notice.DECIDED, List.of(owner), "parties");
    tell(Notice.NOBODY_LEFT, List.of(owner), "task");

    assertThat(awaitMails(owner, 1).getFirst().subject()).contains("nobody is left");
    await().until(() -> withheld("owner") == 1);
  }

  private long withheld(String person) {
    return jdbc.sql(
            """
            select count(*) from mail_outbox
             where reference = ? and person = ? and withheld is not null and sent_at is null
            """)
        .params(reference, person)
        .query(Long.class)
        .single();
  }

  @Test
  void shouldLetAMailProgramReadTheBox() throws Exception {
    // given
    tell(Notice.DECIDED, List.of(EMPLOYEE), "parties");
    awaitMails(EMPLOYEE, 1);
    // when
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", ports.imap(), "employee", "candor");
      var inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      // then
      assertThat(inbox.getMessages())
          .extracting(message -> message.getSubject())
          .contains(reference + ": decided");
    }
  }

  @Test
  void shouldKeepOneMessageIdForAllAttempts() {
    tell(Notice.DECIDED, List.of(EMPLOYEE), "parties");

    var kept =
        jdbc.sql("select message_id from mail_outbox where reference = ?")
            .param(reference)
            .query(String.class)
            .single();
    assertThat(awaitMails(EMPLOYEE, 1).getFirst().id()).isEqualTo(kept.replaceAll("[<>]", ""));
    assertThat(UUID.fromString(kept.replaceAll("[<>]|@.*", ""))).isNotNull();
  }

  private void join(PersonId person) {
    jdbc.sql("insert into case_participant (reference, person, since) values (?, ?, now())")
        .params(reference, person.value())
        .update();
  }

  private List<String> threads(String reader) throws MessagingException {
    try (var store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", ports.imap(), reader, "candor");
      var inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      var threads = new ArrayList<String>();
      for (var message : inbox.getMessages()) {
        if (message.getSubject().startsWith(reference)) {
          assertThat(message.getHeader("References")).isEqualTo(message.getHeader("In-Reply-To"));
          threads.add(message.getHeader("References")[0]);
        }
      }
      return threads;
    }
  }

  private List<MailBox.Mail> awaitMails(PersonId owner, int count) {
    await().untilAsserted(() -> assertThat(ofThisCase(owner)).hasSize(count));
    return ofThisCase(owner);
  }

  private void awaitEverythingSent() {
    await()
        .until(
            () ->
                jdbc.sql("select count(*) from mail_outbox where reference = ? and sent_at is null")
                        .param(reference)
                        .query(Long.class)
                        .single()
                    == 0);
  }

  private List<MailBox.Mail> ofThisCase(PersonId owner) {
    return box.of(owner).stream().filter(mail -> mail.subject().startsWith(reference)).toList();
  }

  /** As the worker of a job of this case. */
  private void tell(Notice notice, List<PersonId> people, String occasion) {
    onTheCase(
        () -> {
          mails.tell(notice, reference, people, occasion);
          return true;
        });
  }

  private void onTheCase(Acting.Work<Boolean, RuntimeException> work) {
    Acting.asServiceOn("worker", reference, work);
  }
}
