package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.ExportedEvents.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Times as files, row by row as the database gives them: codes, moments and references; no person.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager.
 */
@Component
public class ExportingTimes {

  private static final int ROWS_AT_A_TIME = 1_000;

  private static final String CHOSEN =
      """
       t.ended_at >= :from and t.ended_at < :to
         and (:desk::text is null or t.desk = :desk)
         and (:type::text is null or t.type = :type)
         and (:severity::text is null or t.severity = :severity)
         and (:outcome::text is null or t.outcome = :outcome)
         and (:channel::text is null or t.channel = :channel)
         and (:version::text is null or t.version::text = :version)
      """;

  private static final String[] COLUMNS = {
    "reference",
    "type",
    "channel",
    "severity",
    "desk",
    "outcome",
    "version",
    "begun_at",
    "ended_at",
    "for_us",
    "in_hand",
    "for_them",
    "for_us_working",
    "in_hand_working",
    "for_them_working"
  };

  private final JdbcClient jdbc;
  private final ForManagers managers;

  ExportingTimes(DataSource dataSource, ForManagers managers) {
    var inPortions = new JdbcTemplate(dataSource);
    inPortions.setFetchSize(ROWS_AT_A_TIME);
    this.jdbc = JdbcClient.create(inPortions);
    this.managers = managers;
  }

  /** Each case that ended in the period, with its seconds (RFC 4180). */
  public void csv(Person person, TimesQuery query, OutputStream out) throws IOException {
    var csv =
        new CSVPrinter(
            new OutputStreamWriter(out, StandardCharsets.UTF_8),
            CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
    managers.count(
        person,
        () -> {
          chosen(
                  "select "
                      + String.join(", ", COLUMNS)
                      + " from insight_time t where"
                      + CHOSEN
                      + " order by ended_at, reference",
                  query)
              .query(
                  row -> {
                    var values = new Object[COLUMNS.length];
                    for (int i = 0; i < values.length; i++) {
                      var value =
                          COLUMNS[i].endsWith("_at")
                              ? row.getObject(COLUMNS[i], OffsetDateTime.class).toInstant()
                              : row.getObject(COLUMNS[i]);
                      values[i] = value;
                    }
                    print(csv, values);
                  });
          return true;
        });
    csv.flush();
  }

  /** The passes of these cases through elements, case by case, in order. */
  public void events(Person person, TimesQuery query, ExportedEvents file) {
    managers.count(
        person,
        () -> {
          each(query, file::add);
          file.end();
          return true;
        });
  }

  private void each(TimesQuery query, Consumer<Event> consumer) {
    chosen(
            """
            select t.reference, t.type, t.channel, t.severity, t.desk, t.outcome, t.version, p.pass_key,
                   e.name, e.element, e.kind, p.begun_at, p.ended_at
              from insight_time t join insight_instance i using (reference)
              join insight_pass p using (instance_key) join insight_element e on e.id = p.element
             where p.ended_at is not null and"""
                + CHOSEN
                + " order by t.ended_at, t.reference, p.begun_at, p.ended_at, p.pass_key",
            query)
        .query(
            row -> {
              consumer.accept(
                  new Event(
                      row.getString("reference"),
                      row.getString("type"),
                      row.getString("channel"),
                      row.getString("severity"),
                      row.getString("desk"),
                      row.getString("outcome"),
                      row.getInt("version"),
                      row.getLong("pass_key"),
                      row.getString("name"),
                      row.getString("element"),
                      row.getString("kind"),
                      row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                      row.getObject("ended_at", OffsetDateTime.class).toInstant()));
            });
  }

  private StatementSpec chosen(String sql, TimesQuery query) {
    var asked =
        jdbc.sql(sql)
            .param("from", query.from().atOffset(ZoneOffset.UTC))
            .param("to", query.to().atOffset(ZoneOffset.UTC));
    for (var dimension : Dimension.values()) {
      asked = asked.param(dimension.code(), query.only().get(dimension));
    }
    return asked;
  }

  private static void print(CSVPrinter csv, Object[] values) {
    try {
      csv.printRecord(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
