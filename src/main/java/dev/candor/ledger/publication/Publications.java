package dev.candor.ledger.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was published so far. */
@Component
@Transactional(readOnly = true)
public class Publications {

  /** About half a year. */
  public static final int MOST = 200;

  private final JdbcClient jdbc;

  Publications(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param size how many entries it is over
   * @param head a signed note (C2SP)
   */
  public record Publication(LocalDate day, Instant at, long size, String head) {}

  /**
   * @param sentAt null until the mail server took it
   * @param trouble a code: why the last attempt failed; null when none did
   */
  public record Mailed(
      LocalDate day, String address, @Nullable Instant sentAt, @Nullable String trouble) {}

  /** Newest first. */
  public List<Publication> latest() {
    return jdbc.sql(
            """
            select day, p.at, size, note from ledger_publication p join ledger_head using (size)
             order by day desc limit ?
            """)
        .param(MOST)
        .query(
            (row, number) ->
                new Publication(
                    row.getObject("day", LocalDate.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getLong("size"),
                    row.getString("note")))
        .list();
  }

  /** By day, for the same days. */
  public Map<LocalDate, List<Mailed>> mailed() {
    return jdbc
        .sql(
            """
            select day, address, sent_at, trouble from ledger_publication_mail
             where day in (select day from ledger_publication order by day desc limit ?)
             order by day, address
            """)
        .param(MOST)
        .query((row, number) -> mailed(row))
        .stream()
        .collect(Collectors.groupingBy(Mailed::day));
  }

  private static Mailed mailed(ResultSet row) throws SQLException {
    var sentAt = row.getObject("sent_at", OffsetDateTime.class);
    return new Mailed(
        row.getObject("day", LocalDate.class),
        row.getString("address"),
        sentAt == null ? null : sentAt.toInstant(),
        row.getString("trouble"));
  }
}
