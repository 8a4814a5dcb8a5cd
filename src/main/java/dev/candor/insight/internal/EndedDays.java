package dev.candor.insight.internal;

import dev.candor.insight.internal.EndedDay.Gathered;
import dev.candor.insight.internal.EndedDay.Reader;
import dev.candor.insight.internal.EndedDay.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What ended, by day: the days that were asked for are kept in memory, and kept up with the log,
 * for as long as an eighth of the heap holds them. What ended since yesterday is read each time.
 */
final class EndedDays {

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Of each row, without its figures: the number of the case, when, element, values together. */
  private static final int BYTES = 18;

  private static final int SHARE_OF_THE_HEAP = 8;

  /** When more cases changed than these, days are read anew rather than case by case. */
  private static final int MOST_CHANGED = 10_000;

  private static final String VALUES =
      "select c.counted, c.desk, c.type, c.severity, c.outcome, c.channel, r.*";

  private final JdbcClient jdbc;
  private final JdbcClient inPortions;
  private final Source source;
  private final long most;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Codes elements = new Codes();
  private final ValuesTogether together = new ValuesTogether();
  private final TreeMap<Long, EndedDay> days = new TreeMap<>();
  private long size;
  private long counted;
  private long forgotten = -1;
  private String meaning = "";

  /**
   * Where rows come from.
   *
   * @param rows a query of {@code reference}, {@code ended_at}, {@code element} and {@code version}
   *     as text, and the figures
   * @param figures names of its columns of whole numbers; null is told as -1
   * @param meaning a query of one text: where it is another one than before, all is read anew
   */
  record Source(String rows, List<String> figures, String meaning) {

    int bytesOfARow() {
      return BYTES + figures.size() * Integer.BYTES;
    }
  }

  EndedDays(JdbcClient jdbc, DataSource dataSource, Source source) {
    this(
        jdbc,
        dataSource,
        source,
        Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP / source.bytesOfARow());
  }

  /**
   * @param most rows that are kept
   */
  EndedDays(JdbcClient jdbc, DataSource dataSource, Source source, long most) {
    this.jdbc = jdbc;
    this.inPortions = FinishedCaseTable.inPortions(dataSource);
    this.source = source;
    this.most = most;
  }

  String element(short code) {
    return elements.value(code);
  }

  @Nullable String value(int number, Dimension dimension) {
    return together.value(number, dimension);
  }

  /** Tells what ended in the period, and has the values that are asked for. */
  void read(TimesQuery query, Map<Dimension, String> only, Reader reader) {
    var asked = days(query);
    var chosen = together.chosen(only);
    long from = millis(query.from());
    long to = millis(query.to());
    asked.forEach((day, rows) -> rows.read(from - day * DAY, to - day * DAY, chosen, reader));
  }

  /** One at a time; whoever waits keeps no thread of the machine from others. */
  private Map<Long, EndedDay> days(TimesQuery query) {
    oneAtATime.lock();
    try {
      return keptAndRead(query);
    } finally {
      oneAtATime.unlock();
    }
  }

  private Map<Long, EndedDay> keptAndRead(TimesQuery query) {
    long first = Math.max(0, Math.floorDiv(millis(query.from()), DAY));
    long last = Math.floorDiv(millis(query.to()) - 1, DAY);
    long firstFresh = keepUp();
    var asked = new TreeMap<Long, EndedDay>();
    long missing = first;
    for (long day = first; day <= Math.min(last, firstFresh - 1); day++) {
      var known = days.get(day);
      if (known != null) {
        asked.putAll(load(missing, day));
        asked.put(day, known);
        missing = day + 1;
      }
    }
    long firstUnkept = Math.max(missing, Math.min(last + 1, firstFresh));
    var loaded = load(missing, firstUnkept);
    asked.putAll(loaded);
    asked.putAll(between(firstUnkept, last + 1));
    return asked;
  }

  /** Reads them and keeps them, from the first to before the other one. */
  private Map<Long, EndedDay> load(long first, long end) {
    var loaded = between(first, end);
    for (long day = first; day < end; day++) {
      loaded.putIfAbsent(day, EndedDay.NONE);
    }
    long more = loaded.values().stream().mapToLong(EndedDay::size).sum();
    if (size + more > most) {
      days.clear();
      size = 0;
    }
    if (more <= most) {
      days.putAll(loaded);
      size += more;
    }
    return loaded;
  }

  /**
   * Takes over what is new of the days that are kept.
   *
   * @return the first day that is read each time
   */
  private long keepUp() {
    var now =
        jdbc.sql(
                "select forgotten, (%s) as meaning, now() as now from insight_feed"
                    .formatted(source.meaning()))
            .query(Now.class)
            .single();
    if (now.forgotten() != forgotten || !now.meaning().equals(meaning)) {
      startAnew();
      forgotten = now.forgotten();
      meaning = now.meaning();
    } else if (!days.isEmpty()) {
      takeOverChanges();
    }
    if (days.isEmpty()) {
      counted =
          jdbc.sql("select coalesce(max(counted), 0) from insight_case").query(Long.class).single();
    }
    return Math.floorDiv(now.now().toInstant().toEpochMilli(), DAY) - 1;
  }

  private record Now(long forgotten, String meaning, OffsetDateTime now) {}

  private record Changed(String reference, long counted) {}

  /** As of one moment, a case that changed either is still to be counted, or was counted since. */
  private void takeOverChanges() {
    var changed =
        jdbc.sql(
                """
                select reference, counted from insight_case where counted > ?
                union all select distinct reference, 0 from insight_pending
                 limit ?
                """)
            .params(counted, MOST_CHANGED)
            .query(Changed.class)
            .list();
    if (changed.size() == MOST_CHANGED) {
      startAnew();
      return;
    }
    if (!changed.isEmpty()) {
      replace(changed.stream().map(Changed::reference).distinct().toArray(String[]::new));
      counted = Math.max(counted, changed.stream().mapToLong(Changed::counted).max().orElse(0));
    }
  }

  private void replace(String[] references) {
    var numbers = Arrays.stream(references).mapToLong(References::number).sorted().toArray();
    var more =
        gathered(
            inPortions
                .sql(
                    VALUES
                        + " from insight_case c join (%s) r using (reference)"
                            .formatted(source.rows())
                        + " where c.reference = any(?)")
                .param(references));
    days.replaceAll(
        (day, rows) -> {
          var kept = rows.without(numbers);
          var added = more.get(day);
          return added == null ? kept : kept.and(added);
        });
    size = days.values().stream().mapToLong(EndedDay::size).sum();
  }

  private void startAnew() {
    days.clear();
    size = 0;
  }

  private Map<Long, EndedDay> between(long first, long end) {
    if (first >= end) {
      return new HashMap<>();
    }
    return gathered(
        inPortions
            .sql(
                VALUES
                    + " from (%s) r join insight_case c using (reference)".formatted(source.rows())
                    + " where r.ended_at >= ? and r.ended_at < ?")
            .params(start(first), start(end)));
  }

  private Map<Long, EndedDay> gathered(StatementSpec statement) {
    var gathered = new HashMap<Long, Gathered>();
    statement.query(
        row -> {
          long endedAt = row.getObject("ended_at", OffsetDateTime.class).toInstant().toEpochMilli();
          gathered
              .computeIfAbsent(Math.floorDiv(endedAt, DAY), each -> new Gathered())
              .add(row(row, (int) Math.floorMod(endedAt, DAY)));
        });
    var done = new HashMap<Long, EndedDay>();
    gathered.forEach((day, rows) -> done.put(day, rows.done()));
    return done;
  }

  private Row row(ResultSet row, int endedAt) throws SQLException {
    var values = new ArrayList<@Nullable String>();
    for (var dimension : Dimension.values()) {
      values.add(row.getString(dimension.code()));
    }
    var figures = new int[source.figures().size()];
    for (int i = 0; i < figures.length; i++) {
      int figure = row.getInt(source.figures().get(i));
      figures[i] = row.wasNull() ? -1 : figure;
    }
    return new Row(
        References.number(row.getString("reference")),
        endedAt,
        elements.number(row.getString("element")),
        together.number(values),
        figures);
  }

  private static OffsetDateTime start(long day) {
    return Instant.ofEpochMilli(day * DAY).atOffset(ZoneOffset.UTC);
  }

  /** The first millisecond that does not come before it. */
  private static long millis(Instant instant) {
    return instant.toEpochMilli() + (instant.getNano() % 1_000_000 == 0 ? 0 : 1);
  }
}
