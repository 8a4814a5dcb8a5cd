package dev.candor.notification.internal;

import dev.candor.access.PersonId;
import dev.candor.notification.Letters;
import dev.candor.notification.Mails.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class LettersOnRecord implements Letters {

  private final JdbcClient jdbc;

  LettersOnRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Told> on(String reference) {
    return jdbc.sql(
            """
            select notice, occasion, person, created_at, sent_at, seen_at, given_up_at, withheld
              from mail_outbox where reference = ? order by created_at, occasion, person
            """)
        .param(reference)
        .query(LettersOnRecord::told)
        .list();
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        Notice.valueOf(row.getString("notice")),
        row.getString("occasion"),
        new PersonId(row.getString("person")),
        row.getTimestamp("created_at").toInstant(),
        state(row),
        instant(row, "sent_at"),
        instant(row, "seen_at"));
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getTimestamp("sent_at") != null) {
      return State.SENT;
    }
    if (row.getString("withheld") != null) {
      return State.WITHHELD;
    }
    return row.getTimestamp("given_up_at") != null ? State.STUCK : State.WAITING;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
