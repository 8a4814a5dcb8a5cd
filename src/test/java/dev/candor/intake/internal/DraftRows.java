package dev.candor.intake.internal;

import dev.candor.intake.internal.DraftSeals.Plain;
import dev.candor.support.EveryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Rows of {@code flag_draft} without a mail before them, and what somebody with the database does
 * to them.
 */
final class DraftRows {

  private final EveryRow rows;
  private final DraftSeals seals;
  private final List<UUID> made = new ArrayList<>();

  DraftRows(EveryRow rows, DraftSeals seals) {
    this.rows = rows;
    this.seals = seals;
  }

  UUID sealed(String person, Plain plain) {
    var id = newId();
    var sealed = seals.seal(id, plain);
    rows.sql(
            """
            insert into flag_draft (id, person, message_id, taken_at, sealed_subject, sealed_words,
              sealed_original, sealed_key, key_number)
            values (?, ?, gen_random_uuid(), now(), ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            person,
            sealed.subject(),
            sealed.words(),
            sealed.original(),
            sealed.key().sealed(),
            sealed.key().number())
        .update();
    return id;
  }

  /** As an earlier version kept it, when nothing forbade that. */
  UUID ofBefore(String person, String words) {
    var id = newId();
    rows.sql(
            """
            do $$ begin
              alter table flag_draft drop constraint nothing_unsealed;
              insert into flag_draft (id, person, message_id, taken_at, subject, words, original)
                values ('%1$s', '%2$s', gen_random_uuid(), now(), '%3$s', '%3$s', '%3$s');
              alter table flag_draft add constraint nothing_unsealed
                check (original is null and subject = '' and words = '') not valid;
            end $$
            """
                .formatted(id, person, words))
        .update();
    return id;
  }

  /** Past the triggers. */
  void change(UUID id, String how) {
    rows.sql(
            """
            do $$ begin
              set local session_replication_role = replica;
              update flag_draft set %s where id = '%s';
            end $$
            """
                .formatted(how, id))
        .update();
  }

  /** What lies in the database of it, in hexadecimal where it is bytes. */
  String asItLies(UUID id) {
    return rows.sql("select d::text from flag_draft d where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  void clear() {
    rows.sql("delete from flag_draft where id = any(?)").param(made.toArray(UUID[]::new)).update();
  }

  private UUID newId() {
    var id = UUID.randomUUID();
    made.add(id);
    return id;
  }
}
