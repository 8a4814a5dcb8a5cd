package dev.candor.intake.internal;

import dev.candor.access.PersonId;
import dev.candor.intake.FlagDrafts.FlagDraft;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code flag_draft}. What ended has nothing in it but that it was taken. */
@Component
@Transactional
class FlagDraftTable {

  private static final String OPEN =
      """
      select id, subject, words, sent_at, taken_at from flag_draft
      where person = :person and original is not null
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  FlagDraftTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Once for each mail of a person.
   *
   * @return the same for the same mail
   */
  UUID keep(PersonId person, ForwardedMail mail, int longest)
      throws MessagingException, IOException {
    var original = mail.original();
    var messageId = mail.messageId().orElseGet(() -> UUID.nameUUIDFromBytes(original).toString());
    var id =
        UUID.nameUUIDFromBytes(
            (person.value() + "\n" + messageId).getBytes(StandardCharsets.UTF_8));
    jdbc.sql(
            """
            insert into flag_draft
              (id, person, message_id, taken_at, sent_at, subject, words, original)
            values (:id, :person, :messageId, :now, :sentAt::timestamptz, :subject, :words,
              :original)
            on conflict do nothing
            """)
        .param("id", id)
        .param("person", person.value())
        .param("messageId", messageId)
        .param("now", Timestamp.from(clock.instant()))
        .param("sentAt", mail.sentAt() == null ? null : Timestamp.from(mail.sentAt()))
        .param("subject", mail.subject())
        .param("words", mail.words(longest))
        .param("original", original)
        .update();
    return id;
  }

  List<FlagDraft> of(PersonId person) {
    return jdbc.sql(OPEN + " order by taken_at desc, id")
        .param("person", person.value())
        .query(FlagDraft.class)
        .list();
  }

  Optional<FlagDraft> find(PersonId person, UUID id) {
    return jdbc.sql(OPEN + " and id = :id")
        .param("person", person.value())
        .param("id", id)
        .query(FlagDraft.class)
        .optional();
  }

  /** Whoever else asks waits until the transaction ends. */
  Optional<byte[]> lockedOriginal(PersonId person, UUID id) {
    return jdbc.sql(
            """
            select original from flag_draft
            where person = ? and id = ? and original is not null for update
            """)
        .params(person.value(), id)
        .query((row, number) -> row.getBytes("original"))
        .optional();
  }

  void end(PersonId person, UUID id) {
    jdbc.sql(
            """
            update flag_draft set subject = '', words = '', original = null
            where person = ? and id = ?
            """)
        .params(person.value(), id)
        .update();
  }

  /** The policies say how old that is. */
  void forgetTheOld() {
    jdbc.sql(
            """
            update flag_draft set subject = '', words = '', original = null
            where original is not null
            """)
        .update();
  }
}
