package dev.candor.notification.internal;

import dev.candor.access.PersonId;
import dev.candor.notification.Mails.Notice;
import dev.candor.outbox.Backoff;
import dev.candor.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code mail_outbox}: one row per mail, locked while it is being sent. */
@Component
class MailOutbox implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(MailOutbox.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PostOffice postOffice;
  private final MailSettings settings;
  private final Backoff backoff;

  MailOutbox(JdbcClient jdbc, Clock clock, PostOffice postOffice, MailSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.postOffice = postOffice;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
  }

  /** Whether anybody was told: all of them are in one transaction. */
  boolean told(Notice notice, String reference, String occasion) {
    return jdbc.sql(
            """
            select exists (
              select 1 from mail_outbox where occasion = ? and notice = ? and reference = ?)
            """)
        .params(occasion, notice.name(), reference)
        .query(Boolean.class)
        .single();
  }

  void add(Notice notice, String reference, PersonId person, String occasion) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into mail_outbox
              (id, occasion, notice, reference, person, message_id, created_at, next_attempt_at)
            values (:id, :occasion, :notice, :reference, :person, :messageId, :now, :now)
            on conflict (occasion, notice, reference, person) do nothing
            """)
        .param("id", id)
        .param("occasion", occasion)
        .param("notice", notice.name())
        .param("reference", reference)
        .param("person", person.value())
        .param("messageId", "<" + id + "@candor>")
        .param("now", now())
        .update();
  }

  @Override
  @Transactional
  public boolean carryOutOne() {
    var due = nextDue();
    due.ifPresent(this::send);
    return due.isPresent();
  }

  private Optional<OutgoingMail> nextDue() {
    return jdbc.sql(
            """
            select id, notice, reference, person, message_id, created_at, attempts
              from mail_outbox
             where sent_at is null and given_up_at is null and next_attempt_at <= :now
             order by created_at, id
             limit 1
               for update skip locked
            """)
        .param("now", now())
        .query(OutgoingMail.class)
        .optional();
  }

  private void send(OutgoingMail mail) {
    try {
      postOffice.send(mail);
      jdbc.sql("update mail_outbox set sent_at = :now, last_error = null where id = :id")
          .param("now", now())
          .param("id", mail.id())
          .update();
    } catch (PostOffice.Undeliverable failure) {
      var attempts = mail.attempts() + 1;
      var now = clock.instant();
      var tooOld = mail.createdAt().plus(settings.giveUpAfter()).isBefore(now);
      log.warn("Mail {} was not delivered: {}", mail.id(), failure.getMessage());
      jdbc.sql(
              """
              update mail_outbox
                 set attempts = :attempts, next_attempt_at = :next, last_error = :code,
                     given_up_at = :givenUp::timestamptz
               where id = :id
              """)
          .param("attempts", attempts)
          .param("next", Timestamp.from(now.plus(backoff.after(attempts))))
          .param("code", failure.getMessage())
          .param("givenUp", failure.forGood() || tooOld ? Timestamp.from(now) : null)
          .param("id", mail.id())
          .update();
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
