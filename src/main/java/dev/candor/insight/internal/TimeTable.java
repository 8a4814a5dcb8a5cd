package dev.candor.insight.internal;

import dev.candor.insight.internal.CaseLog.Facts;
import dev.candor.insight.internal.Spans.Parts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was counted: seconds of each pass, and a row for each finished case. */
@Component
class TimeTable {

  private final JdbcClient jdbc;

  TimeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param counted by the key of the pass
   */
  void keep(Map<Long, Spans> counted) {
    var keys = counted.keySet().toArray(Long[]::new);
    jdbc.sql(
            """
            update insight_pass p
               set for_us = c.us, in_hand = c.hand, for_them = c.them,
                   for_us_working = c.usw, in_hand_working = c.handw, for_them_working = c.themw
              from unnest(:keys::bigint[], :us::int[], :hand::int[], :them::int[], :usw::int[],
                          :handw::int[], :themw::int[]) c (key, us, hand, them, usw, handw, themw)
             where p.pass_key = c.key
               and (p.for_us, p.in_hand, p.for_them, p.for_us_working, p.in_hand_working,
                    p.for_them_working)
                   is distinct from (c.us, c.hand, c.them, c.usw, c.handw, c.themw)
            """)
        .param("keys", keys)
        .param("us", calendar(keys, counted, Parts::forUs))
        .param("hand", calendar(keys, counted, Parts::inHand))
        .param("them", calendar(keys, counted, Parts::forThem))
        .param("usw", working(keys, counted, Parts::forUs))
        .param("handw", working(keys, counted, Parts::inHand))
        .param("themw", working(keys, counted, Parts::forThem))
        .update();
  }

  /**
   * @param definition the version of the process, if the engine told of it
   * @param way what it went through
   */
  void keep(Facts facts, Instant endedAt, @Nullable Long definition, Spans whole, String way) {
    var working = whole.working() == null ? whole.calendar() : whole.working();
    jdbc.sql(
            """
            insert into insight_time as known
              (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at, for_us,
               in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            values (:reference, :type, :channel, :severity, :desk, :outcome,
              coalesce((select version from insight_version where definition_key = :definition::bigint), 0),
              :begun, :ended, :us, :hand, :them, :usw, :handw, :themw, :way, nextval('insight_counted'))
            on conflict (reference) do update
               set severity = excluded.severity, desk = excluded.desk, outcome = excluded.outcome,
                   version = excluded.version, ended_at = excluded.ended_at, for_us = excluded.for_us,
                   in_hand = excluded.in_hand, for_them = excluded.for_them,
                   for_us_working = excluded.for_us_working,
                   in_hand_working = excluded.in_hand_working,
                   for_them_working = excluded.for_them_working, way = excluded.way,
                   counted = excluded.counted
             where (known.severity, known.desk, known.outcome, known.version, known.ended_at,
                    known.for_us, known.in_hand, known.for_them, known.for_us_working,
                    known.in_hand_working, known.for_them_working, known.way)
                is distinct from (excluded.severity, excluded.desk, excluded.outcome,
                    excluded.version, excluded.ended_at, excluded.for_us, excluded.in_hand,
                    excluded.for_them, excluded.for_us_working, excluded.in_hand_working,
                    excluded.for_them_working, excluded.way)
            """)
        .param("reference", facts.reference())
        .param("type", facts.type())
        .param("channel", facts.channel())
        .param("severity", Objects.requireNonNullElse(facts.severity(), Dimension.SEVERITY.none()))
        .param("desk", Objects.requireNonNullElse(facts.desk(), Dimension.DESK.none()))
        .param("outcome", facts.outcomeOrWithdrawn())
        .param("definition", definition)
        .param("begun", facts.flaggedAt().atOffset(ZoneOffset.UTC))
        .param("ended", endedAt.atOffset(ZoneOffset.UTC))
        .param("us", whole.calendar().forUs())
        .param("hand", whole.calendar().inHand())
        .param("them", whole.calendar().forThem())
        .param("usw", working.forUs())
        .param("handw", working.inHand())
        .param("themw", working.forThem())
        .param("way", way)
        .update();
  }

  /** So that whoever keeps its times in memory takes them over. */
  void keepCounted(String reference) {
    jdbc.sql("update insight_case set counted = nextval('insight_counted') where reference = ?")
        .param(reference)
        .update();
  }

  private static Integer[] calendar(
      Long[] keys, Map<Long, Spans> counted, ToIntFunction<Parts> part) {
    var column = new Integer[keys.length];
    for (int i = 0; i < keys.length; i++) {
      column[i] = part.applyAsInt(counted.get(keys[i]).calendar());
    }
    return column;
  }

  private static @Nullable Integer[] working(
      Long[] keys, Map<Long, Spans> counted, ToIntFunction<Parts> part) {
    var column = new @Nullable Integer[keys.length];
    for (int i = 0; i < keys.length; i++) {
      var working = counted.get(keys[i]).working();
      column[i] = working == null ? null : part.applyAsInt(working);
    }
    return column;
  }
}
