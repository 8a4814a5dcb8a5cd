package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.ExportedEvents.Event;
import dev.candor.insight.internal.StepTimes.StepId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Times as files, row by row as the database gives them: codes, moments and references; no person.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager; and those whose rows come from the database while they are written, {@link
 * TooManyFiles}.
 */
@Component
public class ExportingTimes {

  private static final int ROWS_AT_A_TIME = 1_000;

  /** Ways are few, and named once each. */
  private static final String NAMED_WAYS =
      """
      with named as (
        select taken.way, (select string_agg(e.element, ' ' order by step.at)
                             from string_to_table(taken.way, ' ') with ordinality step (id, at)
                             join insight_element e on e.id = step.id::int) as steps
          from (select distinct way from insight_time t where %s) taken)
      """;

  private static final List<String> CASES =
      List.of(
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
          "for_them_working",
          "way");

  private static final List<String> STEPS =
      List.of(
          "pass",
          "reference",
          "process",
          "version",
          "element",
          "name",
          "kind",
          "begun_at",
          "ended_at",
          "completed",
          "for_us",
          "in_hand",
          "for_them",
          "for_us_working",
          "in_hand_working",
          "for_them_working");

  private static final List<String> DEADLINES =
      List.of(
          "task",
          "reference",
          "element",
          "name",
          "type",
          "channel",
          "severity",
          "desk",
          "outcome",
          "offered_at",
          "due_at",
          "ended_at",
          "completed",
          "late");

  private static final List<String> OPEN =
      List.of(
          "reference",
          "desk",
          "severity",
          "flagged_at",
          "stands_at",
          "due_at",
          "share_late",
          "older_than",
          "half_end_by",
          "most_end_by",
          "risk");

  private final JdbcClient jdbc;
  private final LoggedDeadlines deadlines;
  private final OpenCases open;
  private final ForManagers managers;
  private final FilesInTurn turns;

  ExportingTimes(
      DataSource dataSource,
      LoggedDeadlines deadlines,
      OpenCases open,
      ForManagers managers,
      FilesInTurn turns) {
    var inPortions = new JdbcTemplate(dataSource);
    inPortions.setFetchSize(ROWS_AT_A_TIME);
    this.jdbc = JdbcClient.create(inPortions);
    this.deadlines = deadlines;
    this.open = open;
    this.managers = managers;
    this.turns = turns;
  }

  /** Each case that ended in the period, with its seconds and its way (RFC 4180). */
  public void cases(Person person, TimesQuery query, OutputStream out) throws IOException {
    var chosen = Conditions.ofFinished(query);
    write(
        person,
        Conditions.bind(
            jdbc.sql(
                NAMED_WAYS.formatted(chosen)
                    + "select "
                    + String.join(", ", CASES.subList(0, CASES.size() - 1))
                    + ", steps as way from insight_time t join named using (way) where "
                    + chosen
                    + " order by ended_at, reference"),
            query),
        CASES,
        out);
  }

  /** Each pass through an element of the diagram that ended in the period (RFC 4180). */
  public void passes(Person person, TimesQuery query, String process, OutputStream out)
      throws IOException {
    write(person, LoggedPasses.of(jdbc, query, process), STEPS, out);
  }

  /**
   * Each step that ended in the period, from which figures by step are counted (RFC 4180).
   *
   * @param only the step that is asked for; null for all
   */
  public void steps(Person person, TimesQuery query, @Nullable StepId only, OutputStream out)
      throws IOException {
    write(person, LoggedPasses.ofSteps(jdbc, query, only), STEPS, out);
  }

  /** Each deadline whose task ended in the period, and whether it was missed (RFC 4180). */
  public void deadlines(Person person, TimesQuery query, OutputStream out) throws IOException {
    write(person, deadlines.rows(jdbc, query), DEADLINES, out);
  }

  /** What is open, as the page shows it (RFC 4180). */
  public void open(Person person, Map<Dimension, String> only, OutputStream out)
      throws IOException {
    var csv = csv(OPEN, out);
    for (var each : open.all(person, only).cases()) {
      csv.printRecord(
          each.reference(),
          each.desk(),
          each.severity(),
          each.flaggedAt(),
          String.join(", ", each.steps()),
          each.dueAt(),
          each.late(),
          each.olderThan(),
          each.half(),
          each.most(),
          each.risk());
    }
    csv.flush();
  }

  /** The passes of these cases through elements, case by case, in order. */
  public void events(Person person, TimesQuery query, ExportedEvents file) {
    inTurn(
        person,
        () -> {
          each(query, file::add);
          file.end();
        });
  }

  private void inTurn(Person person, Runnable rows) {
    turns.write(
        () ->
            managers.count(
                person,
                () -> {
                  rows.run();
                  return true;
                }));
  }

  private void each(TimesQuery query, Consumer<Event> consumer) {
    Conditions.bind(
            jdbc.sql(
                """
            select t.reference, t.type, t.channel, t.severity, t.desk, t.outcome, t.version, p.pass_key,
                   e.name, e.element, e.kind, p.begun_at, p.ended_at
              from insight_time t join insight_instance i using (reference)
              join insight_pass p using (instance_key) join insight_element e on e.id = p.element
             where p.ended_at is not null and %s
             order by t.ended_at, t.reference, p.begun_at, p.ended_at, p.pass_key
            """
                    .formatted(Conditions.ofFinished(query))),
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

  private void write(Person person, StatementSpec rows, List<String> columns, OutputStream out)
      throws IOException {
    var csv = csv(columns, out);
    inTurn(
        person,
        () ->
            rows.query(
                row -> {
                  print(csv, row, columns);
                }));
    csv.flush();
  }

  private static CSVPrinter csv(List<String> columns, OutputStream out) throws IOException {
    return new CSVPrinter(
        new OutputStreamWriter(out, StandardCharsets.UTF_8),
        CSVFormat.RFC4180.builder().setHeader(columns.toArray(String[]::new)).get());
  }

  private static void print(CSVPrinter csv, ResultSet row, List<String> columns)
      throws SQLException {
    var values = new ArrayList<@Nullable Object>();
    for (var column : columns) {
      values.add(
          column.endsWith("_at")
              ? row.getObject(column, OffsetDateTime.class).toInstant()
              : row.getObject(column));
    }
    try {
      csv.printRecord(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
