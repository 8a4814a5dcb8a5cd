package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.EmergencyAccess.Opened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code case_emergency}. Its times are the database's own, whose policies end the
 * access.
 */
@Component
class Emergencies {

  private final JdbcClient jdbc;

  Emergencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Entry insert(CaseReference reference, PersonId person, String reason, Duration lasts) {
    return jdbc.sql(
            """
            insert into case_emergency (reference, person, reason, at, ends_at)
            values (?, ?, ?, now(), now() + make_interval(secs => ?)) returning *
            """)
        .params(reference.value(), person.value(), reason, lasts.toSeconds())
        .query((row, number) -> new Entry(row.getLong("id"), opened(row)))
        .single();
  }

  List<Opened> of(CaseReference reference) {
    return jdbc.sql("select * from case_emergency where reference = ? order by id")
        .param(reference.value())
        .query((row, number) -> opened(row))
        .list();
  }

  /** Of all that the transaction's person may read, newest first. */
  List<Opened> latest(int most) {
    return jdbc.sql("select * from case_emergency order by id desc limit ?")
        .param(most)
        .query((row, number) -> opened(row))
        .list();
  }

  record Entry(long id, Opened opened) {}

  private static Opened opened(ResultSet row) throws SQLException {
    return new Opened(
        row.getString("reference"),
        new PersonId(row.getString("person")),
        row.getString("reason"),
        CaseFiles.instant(row, "at"),
        CaseFiles.instant(row, "ends_at"));
  }
}
