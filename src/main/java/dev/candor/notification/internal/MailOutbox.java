package dev.candor.notification.internal;

import dev.candor.access.PersonId;
import dev.candor.notification.Mails.Notice;
import dev.candor.notification.ReportKind;
import dev.candor.outbox.Backoff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code mail_outbox}: one row per mail. Each method is a transaction, so that nothing is
 * locked while a mail server is spoken to.
 */
@Component
@Transactional
class MailOutbox {

  private static final String BY_CHOICE = "BY_CHOICE";

  /**
   * To one reader, claimed together and noted together: more than come within {@link
   * MailSettings#gathering()} on a busy day, and what a service that is killed may send twice.
   */
  static final int AT_A_TIME = 25;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MailSettings settings;
  private final Backoff backoff;

  MailOutbox(JdbcClient jdbc, Clock clock, MailSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
  }

  /**
   * A letter to one reader.
   *
   * @param gatherAt when it goes into a digest; null for a letter of its own
   * @param wanted false: it is on record, and never sent
   */
  record ToReader(PersonId person, @Nullable Instant gatherAt, boolean wanted) {}

  /**
   * Nothing where anybody was told of it: all of them are in one transaction.
   *
   * @return whether there is a letter that was not there
   */
  boolean add(Notice notice, String reference, String occasion, List<ToReader> letters) {
    return jdbc.sql(
                """
            insert into mail_outbox
              (id, occasion, notice, reference, person, message_id, created_at, next_attempt_at,
               gather_at, withheld)
            select id, :occasion, :notice, :reference, person, '<' || id || '@candor>', :now, :now,
                   gather_at, withheld
              from unnest(:ids::uuid[], :people::text[], :gatherAt::text[]::timestamptz[],
                     :withheld::text[]) as each (id, person, gather_at, withheld)
             where not exists (
               select from mail_outbox
                where occasion = :occasion and notice = :notice and reference = :reference)
            on conflict (occasion, notice, reference, person) do nothing
            """)
            .param("occasion", occasion)
            .param("notice", notice.name())
            .param("reference", reference)
            .param("now", now())
            .param("ids", column(letters, letter -> UUID.randomUUID()))
            .param("people", column(letters, letter -> letter.person().value()))
            .param("gatherAt", column(letters, ToReader::gatherAt))
            .param("withheld", column(letters, letter -> letter.wanted() ? null : BY_CHOICE))
            .update()
        > 0;
  }

  /**
   * @param wanted false: it is on record, and never sent
   * @return false when it was told already
   */
  boolean add(ReportKind report, PersonId person, String occasion, boolean wanted) {
    var id = UUID.randomUUID();
    return jdbc.sql(
                """
                insert into mail_outbox
                  (id, occasion, report, person, message_id, created_at, next_attempt_at, withheld)
                values (:id, :occasion, :report, :person, :messageId, :now, :now, :withheld)
                on conflict do nothing
                """)
            .param("id", id)
            .param("occasion", occasion)
            .param("report", report.name())
            .param("person", person.value())
            .param("messageId", "<" + id + "@candor>")
            .param("now", now())
            .param("withheld", wanted ? null : BY_CHOICE)
            .update()
        == 1;
  }

  /**
   * Takes the next letters to one reader that are due, earliest first, for as long as {@link
   * MailSettings#claim()}. Nobody has others under way meanwhile, so that an address at which the
   * server hangs takes one place and no more.
   *
   * @param repeats letters to people whose mail failed before; false: to all others
   * @param dueBy to one who had a letter due by then
   */
  List<OutgoingMail> claim(boolean repeats, Instant dueBy) {
    return jdbc.sql(
            """
            with reader as (
              select m.person from mail_outbox m
               where m.open and m.next_attempt_at <= :dueBy
                 and (m.under_way_until is null or m.under_way_until <= :now)
                 and m.person not in (
                   select u.person from mail_outbox u
                    where u.open and u.attempts > 0 and u.under_way_until > :now)
                 and :repeats = (m.person in (
                   select f.person from mail_outbox f where f.open and f.attempts > 0))
               order by m.next_attempt_at, m.created_at, m.id
               limit 1
                 for update skip locked),
            taken as (
              update mail_outbox set attempts = attempts + 1, under_way_until = :until
               where id in (
                 select m.id from mail_outbox m join reader using (person)
                  where m.open and m.next_attempt_at <= :now
                    and (m.under_way_until is null or m.under_way_until <= :now)
                  order by m.next_attempt_at, m.created_at, m.id
                  limit :most
                    for update of m skip locked)
              returning *)
            select id, notice, reference, report, occasion, person, message_id, created_at, attempts,
                   coalesce(retried_at, created_at) as old_since,
                   (select c.language from mail_choice c where c.person = taken.person)
                     as chosen_language
              from taken order by next_attempt_at, created_at, id
            """)
        .param("until", Timestamp.from(clock.instant().plus(settings.claim())))
        .param("now", now())
        .param("dueBy", Timestamp.from(dueBy))
        .param("repeats", repeats)
        .param("most", AT_A_TIME)
        .query(OutgoingMail.class)
        .list();
  }

  /**
   * Notes which were sent, digests with all that they tell, and lets go of those that were claimed
   * with them and not tried.
   */
  void done(List<OutgoingMail> sent, List<OutgoingMail> notTried) {
    if (!sent.isEmpty()) {
      jdbc.sql(
              """
              update mail_outbox set sent_at = :now, last_error = null, under_way_until = null
               where (id = any(:ids) or in_digest = any(:ids)) and sent_at is null and withheld is null
              """)
          .param("now", now())
          .param("ids", ids(sent))
          .update();
    }
    if (!notTried.isEmpty()) {
      jdbc.sql(
              """
              update mail_outbox set attempts = attempts - 1, under_way_until = null
               where id = any(:ids) and sent_at is null and attempts > 0
              """)
          .param("ids", ids(notTried))
          .update();
    }
  }

  /** It is never sent: its reader must not know of the case any more. */
  void withheld(OutgoingMail mail) {
    jdbc.sql(
            """
            update mail_outbox
               set withheld = 'NOT_TO_KNOW', last_error = null, under_way_until = null
             where (id = :id or in_digest = :id) and sent_at is null and withheld is null
            """)
        .param("id", mail.id())
        .update();
  }

  /**
   * Notes why, and when it is tried again; not at all where that is of no use, or it is too old.
   */
  void failed(OutgoingMail mail, Undeliverable failure) {
    var now = clock.instant();
    var tooOld = mail.oldSince().plus(settings.giveUpAfter()).isBefore(now);
    jdbc.sql(
            """
            update mail_outbox
               set next_attempt_at = :next, last_error = :code, under_way_until = null,
                   given_up_at = :givenUp::timestamptz
             where id = :id and sent_at is null
            """)
        .param("next", Timestamp.from(now.plus(backoff.after(mail.attempts()))))
        .param("code", failure.code())
        .param("givenUp", failure.forGood() || tooOld ? Timestamp.from(now) : null)
        .param("id", mail.id())
        .update();
  }

  private static @Nullable String[] column(
      List<ToReader> letters, Function<ToReader, @Nullable Object> value) {
    return letters.stream()
        .map(letter -> Objects.toString(value.apply(letter), null))
        .toArray(String[]::new);
  }

  private static UUID[] ids(List<OutgoingMail> letters) {
    return letters.stream().map(OutgoingMail::id).toArray(UUID[]::new);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
