package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.ServiceLevels.Kept;
import dev.candor.process.ProcessPictures;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Version;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * A diagram, and what is to be told of each of its elements.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager.
 */
@Component
public class HeatMap {

  private final JdbcClient jdbc;
  private final ForManagers managers;
  private final ServiceLevels levels;
  private final ProcessSets sets;
  private final ProcessPictures pictures;

  HeatMap(
      JdbcClient jdbc,
      ForManagers managers,
      ServiceLevels levels,
      ProcessSets sets,
      ProcessPictures pictures) {
    this.jdbc = jdbc;
    this.managers = managers;
    this.levels = levels;
    this.sets = sets;
    this.pictures = pictures;
  }

  /**
   * @param id of the process
   */
  public record Diagram(String id, String name) {}

  /**
   * Seconds are medians.
   *
   * @param passes how often it ended in the period
   * @param cases how many cases went through it
   * @param again how many of them more than once
   * @param cutOff how often it was interrupted
   * @param deadlines how many of its deadlines ended in the period
   * @param missed the share of them that was missed; null where they are too few
   */
  public record Heat(
      String element,
      String name,
      int passes,
      int cases,
      int again,
      int cutOff,
      int seconds,
      int forUs,
      int deadlines,
      @Nullable Double missed) {

    private Heat with(Kept kept) {
      return new Heat(
          element, name, passes, cases, again, cutOff, seconds, forUs, kept.n(), kept.share());
    }
  }

  /** The diagrams in force. */
  public List<Diagram> diagrams(Person person) {
    return managers.count(
        person,
        () -> versions().map(version -> new Diagram(version.id(), version.name())).toList());
  }

  /**
   * As it is in force.
   *
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  public Optional<String> drawing(Person person, String process) {
    return managers
        .count(person, () -> versions().filter(each -> each.id().equals(process)).findFirst())
        .flatMap(version -> pictures.drawing(version.key()));
  }

  private Stream<Version> versions() {
    return sets.current().stream()
        .flatMap(set -> set.versions().stream())
        .filter(version -> version.kind() == Kind.PROCESS);
  }

  /** Elements through which at least five cases went. */
  public List<Heat> heat(Person person, TimesQuery query, String process) {
    // A deadline knows no version.
    var isKnown = !query.only().containsKey(Dimension.VERSION);
    return managers.count(
        person,
        () -> levels.ended(query),
        rows -> {
          var kept = isKnown ? ServiceLevels.byElement(rows, query) : Map.<String, Kept>of();
          return passes(query, process).stream()
              .map(heat -> heat.with(kept.getOrDefault(heat.element(), Kept.NONE)))
              .toList();
        });
  }

  private List<Heat> passes(TimesQuery query, String process) {
    return asked(
            jdbc.sql(
                """
                with pass as (
                  select p.element, i.reference, p.completed,
                         case when :working then p.for_us_working + p.in_hand_working + p.for_them_working
                              else p.for_us + p.in_hand + p.for_them end as seconds,
                         case when :working then p.for_us_working else p.for_us end as us%s),
                often as (
                  select element, count(*) as cases, count(*) filter (where passes > 1) as again
                    from (select element, count(*) as passes from pass group by element, reference) of_case
                   group by element having count(*) >= :fewest)
                select e.element, e.name, count(*) as passes, o.cases, o.again,
                       count(*) filter (where not completed) as cut_off,
                       coalesce(percentile_disc(0.5) within group (order by seconds), 0) as seconds,
                       coalesce(percentile_disc(0.5) within group (order by us), 0) as for_us,
                       0 as deadlines, null::float8 as missed
                  from pass p join often o using (element) join insight_element e on e.id = p.element
                 group by e.element, e.name, o.cases, o.again
                 order by e.name, e.element
                """
                    .formatted(chosen(query))),
            query,
            process)
        .param("working", query.working())
        .param("fewest", Sample.FEWEST)
        .query(Heat.class)
        .list();
  }

  /**
   * The passes themselves, as rows.
   *
   * @param connection by which they are read
   */
  StatementSpec rows(JdbcClient connection, TimesQuery query, String process) {
    return asked(
        connection.sql(
            "select " + ExportingTimes.PASS + chosen(query) + " order by p.ended_at, p.pass_key"),
        query,
        process);
  }

  private static String chosen(TimesQuery query) {
    return """

        from insight_pass p join insight_element e on e.id = p.element
        join insight_instance i using (instance_key)
        join insight_case c on c.reference = i.reference
        left join insight_version v on v.definition_key = p.definition_key
       where e.process = :process and p.ended_at >= :from and p.ended_at < :to"""
        + Conditions.on("c", "v.version", query.only());
  }

  private static StatementSpec asked(StatementSpec statement, TimesQuery query, String process) {
    return Conditions.bind(statement, query.only())
        .param("process", process)
        .param("from", query.from().atOffset(ZoneOffset.UTC))
        .param("to", query.to().atOffset(ZoneOffset.UTC));
  }
}
