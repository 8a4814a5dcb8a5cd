package dev.candor.ledger.publication;

import dev.candor.ledger.LedgerSettings;
import dev.candor.ledger.internal.Heads;
import dev.candor.notification.MailOutside;
import dev.candor.notification.MailOutside.NotSent;
import dev.candor.notification.MailOutside.Posting;
import dev.candor.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes one head a day, and mails it to whoever is configured to keep it. A mail is claimed for
 * a while and sent without a transaction; one that failed is tried again, for a week: then newer
 * heads have said the same and more.
 */
class PublishingHeads implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(PublishingHeads.class);
  private static final int MOST_DAYS = 7;

  private final Heads heads;
  private final MailOutside mail;
  private final LedgerSettings settings;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PublishingHeads(
      Heads heads,
      MailOutside mail,
      LedgerSettings settings,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.heads = heads;
    this.mail = mail;
    this.settings = settings;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean carryOutOne() {
    transaction.executeWithoutResult(status -> publish());
    var claimed = transaction.execute(status -> claim());
    if (claimed == null || claimed.isEmpty()) {
      return false;
    }
    send(claimed.get());
    return true;
  }

  /** The day that began at the hour of publishing, in UTC. */
  private LocalDate today() {
    var begun = clock.instant().minus(Duration.ofHours(settings.publishHour()));
    return LocalDate.ofInstant(begun, ZoneOffset.UTC);
  }

  private void publish() {
    var today = today();
    var done =
        jdbc.sql("select exists (select from ledger_publication where day = ?)")
            .param(today)
            .query(Boolean.class)
            .single();
    var head = done ? null : heads.current();
    if (head == null || head.size() == 0) {
      return;
    }
    jdbc.sql(
            "insert into ledger_publication (day, size, at) values (?, ?, ?) on conflict do nothing")
        .params(today, head.size(), now())
        .update();
    for (var address : settings.publishTo()) {
      jdbc.sql(
              """
              insert into ledger_publication_mail (day, address, message_id, next_attempt_at)
              values (?, ?, ?, ?) on conflict do nothing
              """)
          .params(today, address, "<" + UUID.randomUUID() + "@candor>", now())
          .update();
    }
  }

  private Optional<Claimed> claim() {
    return jdbc.sql(
            """
            update ledger_publication_mail m
               set attempts = attempts + 1,
                   next_attempt_at = :now::timestamptz + least(attempts + 1, 12) * interval '5 minutes'
              from ledger_publication p join ledger_head h using (size)
             where p.day = m.day and (m.day, m.address) =
                   (select day, address from ledger_publication_mail
                     where sent_at is null and next_attempt_at <= :now and day > :oldest
                     order by next_attempt_at limit 1 for update skip locked)
            returning m.day, m.address, m.message_id, h.size, h.note
            """)
        .param("now", now())
        .param("oldest", today().minusDays(MOST_DAYS))
        .query(Claimed.class)
        .optional();
  }

  private void send(Claimed head) {
    String trouble = null;
    try {
      mail.send(posting(head));
    } catch (NotSent notSent) {
      trouble = notSent.getMessage();
      log.warn("The ledger's head of {} was not mailed: {}", head.day(), trouble);
    }
    var result = trouble;
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    update ledger_publication_mail
                       set sent_at = case when :trouble::text is null then :now::timestamptz end, trouble = :trouble
                     where day = :day and address = :address
                    """)
                .param("trouble", result)
                .param("now", now())
                .param("day", head.day())
                .param("address", head.address())
                .update());
  }

  private Posting posting(Claimed head) {
    var file = "candor-head-" + head.day() + ".txt";
    return new Posting(
        head.address(),
        head.messageId(),
        "Ledger %s: head of %s".formatted(settings.origin(), head.day()),
        """
        This is the signed head of the ledger %s on %s, over %d entries.

        Keep this mail, or the file with it. Whoever has it can tell whether a later export of the ledger
        holds all that it held that day:

        java -jar candor.jar verify candor-ledger.json --head %s --key '%s'

        The mail itself, saved as a file, does as well. The public key should be known to you from elsewhere.

        %s"""
            .formatted(
                settings.origin(), head.day(), head.size(), file, heads.publicKey(), head.note()),
        file,
        head.note());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  record Claimed(LocalDate day, String address, String messageId, long size, String note) {}
}
