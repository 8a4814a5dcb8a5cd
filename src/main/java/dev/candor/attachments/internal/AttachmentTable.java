package dev.candor.attachments.internal;

import dev.candor.access.PersonId;
import dev.candor.attachments.Attachment;
import dev.candor.attachments.FileKind;
import dev.candor.attachments.SealedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code attachment}, as far as the caller's identity shows it. */
@Repository
@Transactional
class AttachmentTable {

  private final JdbcClient jdbc;

  AttachmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(Attachment attachment, SealedKey key) {}

  void insert(String reference, Attachment added, SealedKey key) {
    jdbc.sql(
            """
            insert into attachment (id, reference, name, kind, size, sha256, added_by, at,
              sealed_key, key_number) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            added.id(),
            reference,
            added.name(),
            added.kind().name(),
            added.size(),
            added.sha256(),
            added.by().value(),
            added.at().atOffset(ZoneOffset.UTC),
            key.sealed(),
            key.number())
        .update();
  }

  List<Attachment> of(String reference) {
    return jdbc.sql("select * from attachment where reference = ? order by at, id")
        .param(reference)
        .query((row, number) -> read(row))
        .list();
  }

  int count(String reference) {
    return jdbc.sql("select count(*) from attachment where reference = ?")
        .param(reference)
        .query(Integer.class)
        .single();
  }

  Optional<Row> find(String reference, UUID id) {
    return jdbc.sql("select * from attachment where reference = ? and id = ?")
        .params(reference, id)
        .query((row, number) -> new Row(read(row), SealedKey.in(row)))
        .optional();
  }

  boolean exists(UUID id) {
    return jdbc.sql("select exists (select from attachment where id = ?)")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private static Attachment read(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getString("name"),
        FileKind.valueOf(row.getString("kind")),
        row.getLong("size"),
        row.getString("sha256"),
        new PersonId(row.getString("added_by")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
