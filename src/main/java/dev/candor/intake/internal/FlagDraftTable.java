package dev.candor.intake.internal;

import dev.candor.access.PersonId;
import dev.candor.attachments.SealedKey;
import dev.candor.intake.internal.DraftSeals.Plain;
import dev.candor.intake.internal.DraftSeals.SealedOriginal;
import dev.candor.intake.internal.DraftSeals.SealedText;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code flag_draft}. What ended has nothing in it but that it was taken; what did not is
 * sealed.
 */
@Component
@Transactional
class FlagDraftTable {

  private static final String OPEN =
      """
      select id, sealed_subject, sealed_words, sent_at, taken_at, sealed_key, key_number
      from flag_draft where person = :person and sealed_key is not null
      """;

  private static final String EMPTIED =
      """
      update flag_draft set subject = '', words = '', original = null, sealed_subject = null,
        sealed_words = null, sealed_original = null, sealed_key = null, key_number = null
      """;

  private final JdbcClient jdbc;
  private final DraftSeals seals;
  private final Clock clock;

  FlagDraftTable(JdbcClient jdbc, DraftSeals seals, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
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
    var sealed = seals.seal(id, new Plain(mail.subject(), mail.words(longest), original));
    jdbc.sql(
            """
            insert into flag_draft (id, person, message_id, taken_at, sent_at, sealed_subject,
              sealed_words, sealed_original, sealed_key, key_number)
            values (:id, :person, :messageId, :now, :sentAt::timestamptz, :subject, :words,
              :original, :key, :number)
            on conflict do nothing
            """)
        .param("id", id)
        .param("person", person.value())
        .param("messageId", messageId)
        .param("now", Timestamp.from(clock.instant()))
        .param("sentAt", mail.sentAt() == null ? null : Timestamp.from(mail.sentAt()))
        .param("subject", sealed.subject())
        .param("words", sealed.words())
        .param("original", sealed.original())
        .param("key", sealed.key().sealed())
        .param("number", sealed.key().number())
        .update();
    return id;
  }

  List<SealedText> of(PersonId person) {
    return jdbc.sql(OPEN + " order by taken_at desc, id")
        .param("person", person.value())
        .query((row, number) -> text(row))
        .list();
  }

  Optional<SealedText> find(PersonId person, UUID id) {
    return jdbc.sql(OPEN + " and id = :id")
        .param("person", person.value())
        .param("id", id)
        .query((row, number) -> text(row))
        .optional();
  }

  /** Whoever else asks waits until the transaction ends. */
  Optional<SealedOriginal> lockedOriginal(PersonId person, UUID id) {
    return jdbc.sql(
            """
            select sealed_original, sealed_key, key_number from flag_draft
            where person = ? and id = ? and sealed_key is not null for update
            """)
        .params(person.value(), id)
        .query(
            (row, number) ->
                new SealedOriginal(id, row.getBytes("sealed_original"), SealedKey.in(row)))
        .optional();
  }

  void end(PersonId person, UUID id) {
    jdbc.sql(EMPTIED + "where person = ? and id = ?").params(person.value(), id).update();
  }

  /** The policies say how old that is. */
  void forgetTheOld() {
    jdbc.sql(EMPTIED + "where sealed_key is not null or original is not null").update();
  }

  /**
   * Seals one that was kept before drafts were sealed; whoever else asks for it waits, and finds it
   * sealed then.
   *
   * @return whether there was one
   */
  boolean sealOneOfBefore() {
    var found =
        jdbc.sql(
                """
                select id, subject, words, original from flag_draft
                where original is not null order by id limit 1 for update
                """)
            .query(OfBefore.class)
            .optional();
    found.ifPresent(this::seal);
    return found.isPresent();
  }

  private record OfBefore(UUID id, String subject, String words, byte[] original) {}

  private void seal(OfBefore draft) {
    var plain = new Plain(draft.subject(), draft.words(), draft.original());
    var sealed = seals.seal(draft.id(), plain);
    jdbc.sql(
            """
            update flag_draft set subject = '', words = '', original = null, sealed_subject = ?,
              sealed_words = ?, sealed_original = ?, sealed_key = ?, key_number = ?
            where id = ?
            """)
        .params(
            sealed.subject(),
            sealed.words(),
            sealed.original(),
            sealed.key().sealed(),
            sealed.key().number(),
            draft.id())
        .update();
  }

  private static SealedText text(ResultSet row) throws SQLException {
    return new SealedText(
        row.getObject("id", UUID.class),
        row.getBytes("sealed_subject"),
        row.getBytes("sealed_words"),
        instant(row.getTimestamp("sent_at")),
        row.getTimestamp("taken_at").toInstant(),
        SealedKey.in(row));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
