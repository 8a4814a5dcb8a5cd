package dev.candor.insight.internal;

import dev.candor.process.ElementHistory.Pass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's part of the log. A pass has one row, whatever is told of it and how often: that it
 * ended is kept when it is told first, and not undone by what was true before.
 */
@Component
class PassTable {

  /** The engine tells so many names at a time, one for each scope of an instance. */
  private static final int UNKNOWN_AT_A_TIME = 100;

  private final JdbcClient jdbc;
  private final Set<Long> versions = ConcurrentHashMap.newKeySet();

  PassTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Instant upTo() {
    return jdbc.sql("select up_to from insight_feed")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  void readUpTo(Instant upTo) {
    jdbc.sql("update insight_feed set up_to = greatest(up_to, :upTo)")
        .param("upTo", utc(upTo))
        .update();
  }

  /** Keeps them, and notes the cases of which something is new. */
  void keep(List<Pass> passes) {
    keepElements(passes);
    holdOn(passes);
    jdbc.sql(
            """
            insert into insight_instance (instance_key)
            select distinct unnest(:instances::bigint[]) on conflict do nothing
            """)
        .param("instances", array(passes, Pass::processInstance, Long[]::new))
        .update();
    keepWithoutCase(passes);
    jdbc.sql(
            """
            with told as (
              select distinct on (pass_key) told.*, e.id from unnest(:keys::bigint[], :instances::bigint[],
                  :definitions::bigint[], :processes::text[], :elements::text[], :begun::text[]::timestamptz[],
                  :ended::text[]::timestamptz[], :completed::boolean[])
                told (pass_key, instance_key, definition_key, process, element, begun_at, ended_at, completed)
                join insight_element e using (process, element)
               order by pass_key, ended_at nulls last),
            kept as (
              insert into insight_pass as known
                (pass_key, instance_key, definition_key, element, begun_at, ended_at, completed)
              select pass_key, instance_key, definition_key, id, begun_at, ended_at, completed from told
               order by pass_key
              on conflict (pass_key) do update
                 set ended_at = excluded.ended_at, completed = excluded.completed,
                     definition_key = excluded.definition_key
               where known.ended_at is null
                 and (excluded.ended_at is not null or excluded.definition_key > known.definition_key)
              returning instance_key)
            insert into insight_pending (reference)
            select distinct reference from kept join insight_instance using (instance_key)
             where reference is not null
            """)
        .param("keys", array(passes, Pass::key, Long[]::new))
        .param("instances", array(passes, Pass::processInstance, Long[]::new))
        .param("definitions", array(passes, Pass::definition, Long[]::new))
        .param("processes", array(passes, Pass::process, String[]::new))
        .param("elements", array(passes, Pass::element, String[]::new))
        .param("begun", array(passes, pass -> pass.begunAt().toString(), String[]::new))
        .param(
            "ended",
            array(
                passes,
                pass -> pass.endedAt() == null ? null : pass.endedAt().toString(),
                String[]::new))
        .param("completed", array(passes, Pass::completed, Boolean[]::new))
        .update();
  }

  /** So that no case of these is deleted while something of it is written. */
  private void holdOn(List<Pass> passes) {
    jdbc.sql(
            """
            select from insight_case where reference in (
              select reference from insight_instance where instance_key = any(:instances::bigint[]))
             order by reference for key share
            """)
        .param("instances", array(passes, Pass::processInstance, Long[]::new))
        .query()
        .listOfRows();
  }

  /**
   * What carries no case yet gets none while something of it is written: who finds out which one it
   * is notes it as new afterwards, with all that was written.
   */
  private void keepWithoutCase(List<Pass> passes) {
    jdbc.sql(
            """
            select from insight_instance
             where instance_key = any(:instances::bigint[]) and reference is null
             order by instance_key for share
            """)
        .param("instances", array(passes, Pass::processInstance, Long[]::new))
        .query()
        .listOfRows();
  }

  private void keepElements(List<Pass> passes) {
    var elements = passes.stream().map(ElementOfDiagram::of).distinct().toList();
    jdbc.sql(
            """
            insert into insight_element as known (process, element, name, kind)
            select distinct on (process, element) * from unnest(
                :processes::text[], :elements::text[], :names::text[], :kinds::text[])
              told (process, element, name, kind)
            on conflict (process, element) do update set name = excluded.name, kind = excluded.kind
             where (known.name, known.kind) <> (excluded.name, excluded.kind)
            """)
        .param("processes", array(elements, ElementOfDiagram::process, String[]::new))
        .param("elements", array(elements, ElementOfDiagram::element, String[]::new))
        .param("names", array(elements, ElementOfDiagram::name, String[]::new))
        .param("kinds", array(elements, ElementOfDiagram::kind, String[]::new))
        .update();
  }

  /**
   * Some instances of which it is not known which case they carry, the newest first.
   *
   * @param before only those with smaller keys
   */
  List<Long> instancesWithoutCase(long before) {
    return jdbc.sql(
            """
            select instance_key from insight_instance where reference is null and instance_key < ?
             order by instance_key desc limit ?
            """)
        .params(before, UNKNOWN_AT_A_TIME)
        .query(Long.class)
        .list();
  }

  /** What carries a case that is not there any more goes, with its passes. */
  void keepReferences(Map<Long, String> references) {
    // In the order in which whoever writes of them holds on to them.
    new TreeMap<>(references)
        .forEach(
            (instance, reference) -> {
              if (!keepReference(instance, reference)) {
                jdbc.sql("delete from insight_pass where instance_key = ?")
                    .param(instance)
                    .update();
                jdbc.sql("delete from insight_instance where instance_key = ?")
                    .param(instance)
                    .update();
              }
            });
  }

  private boolean keepReference(long instance, String reference) {
    var isThere =
        jdbc.sql("select reference from insight_case where reference = ? for key share")
            .param(reference)
            .query(String.class)
            .optional()
            .isPresent();
    if (isThere) {
      jdbc.sql(
              """
              with kept as (
                update insight_instance set reference = :reference
                 where instance_key = :instance and reference is null returning reference)
              insert into insight_pending (reference) select reference from kept
              """)
          .param("reference", reference)
          .param("instance", instance)
          .update();
    }
    return isThere;
  }

  /** Definitions, and their processes, whose version was not asked for yet. */
  Map<Long, String> versionsMissing(Collection<Pass> passes) {
    var missing = new HashMap<Long, String>();
    for (var pass : passes) {
      if (!versions.contains(pass.definition())) {
        missing.put(pass.definition(), pass.process());
      }
    }
    return missing;
  }

  void keepVersion(long definition, String process, int version) {
    jdbc.sql("insert into insight_version values (?, ?, ?) on conflict do nothing")
        .params(definition, process, version)
        .update();
    versions.add(definition);
  }

  private record ElementOfDiagram(String process, String element, String name, String kind) {
    static ElementOfDiagram of(Pass pass) {
      return new ElementOfDiagram(pass.process(), pass.element(), pass.name(), pass.kind());
    }
  }

  private static <T, V> V[] array(List<T> rows, Function<T, V> column, IntFunction<V[]> make) {
    return rows.stream().map(column).toArray(make);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
