package dev.candor.ledger.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.ledger.Ledger;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reading the ledger, by auditors only; who reads leaves a trace in it. */
@Component
public class LedgerReading {

  private static final String SUBJECT = "ledger";
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final Ledger ledger;

  LedgerReading(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /**
   * @param isByService Candor itself did it
   * @param actor who else it was, as long as that is disclosed
   * @param facts codes
   * @param personal what the hashes stand for, as long as that is disclosed
   */
  public record Line(
      long index,
      Instant at,
      String kind,
      String subject,
      boolean isByService,
      @Nullable String actor,
      Map<String, String> facts,
      Map<String, String> personal) {}

  /**
   * @param total how many there are on this subject, or in all
   */
  public record Lines(List<Line> lines, long total) {}

  /**
   * The newest first.
   *
   * @param subject only entries on this one; empty for all
   * @throws AccessDeniedException when the reader is no auditor
   */
  @Transactional
  public Lines read(Person reader, String subject, int from, int count) {
    trace(reader, subject.isEmpty() ? "ALL" : subject);
    var on = subject.isEmpty() ? "" : " where subject = :subject";
    long total =
        jdbc.sql("select count(*) from ledger_leaf join ledger_entry on id = entry_id" + on)
            .param("subject", subject)
            .query(Long.class)
            .single();
    var lines =
        jdbc.sql(
                """
                select leaf_index, entry,
                       (select jsonb_object_agg(field, value) from ledger_disclosure disclosure
                         where disclosure.entry_id = leaf.entry_id) as disclosed
                  from ledger_leaf leaf join ledger_entry on id = entry_id
                 %s
                 order by leaf_index desc limit :count offset :from
                """
                    .formatted(on))
            .param("subject", subject)
            .param("count", count)
            .param("from", from)
            .query((row, number) -> line(row))
            .list();
    return new Lines(lines, total);
  }

  /**
   * Notes that an auditor reads.
   *
   * @throws AccessDeniedException when it is none
   */
  @Transactional
  public void trace(Person reader, String what) {
    if (!reader.is(Role.AUDITOR)) {
      throw new AccessDeniedException("Only auditors read the ledger");
    }
    ledger.record(
        List.of(LedgerEntry.of(LedgerKind.READ, reader.id(), SUBJECT, Map.of("what", what))));
  }

  private static Line line(ResultSet row) throws SQLException {
    var written = EntryText.read(row.getString("entry"));
    var disclosed = disclosed(row.getString("disclosed"));
    var actor = disclosed.remove(EntryText.ACTOR);
    return new Line(
        row.getLong("leaf_index"),
        Instant.parse(written.at()),
        written.kind().name(),
        written.subject(),
        written.isByService(),
        actor,
        written.facts(),
        disclosed);
  }

  private static Map<String, String> disclosed(@Nullable String json) {
    try {
      return json == null
          ? new TreeMap<>()
          : JSON.readValue(
              json,
              JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, String.class));
    } catch (JsonProcessingException e) {
      throw new LedgerDamaged("A disclosure of the ledger is not what Candor wrote");
    }
  }
}
