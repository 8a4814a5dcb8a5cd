package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.process.ProcessPictures;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Version;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How cases went through the process: how long and how often at each element, and which ways.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager.
 */
@Component
public class Ways {

  private static final int MOST_WAYS = 20;

  private final JdbcClient jdbc;
  private final ForManagers managers;
  private final ProcessSets sets;
  private final ProcessPictures pictures;

  Ways(JdbcClient jdbc, ForManagers managers, ProcessSets sets, ProcessPictures pictures) {
    this.jdbc = jdbc;
    this.managers = managers;
    this.sets = sets;
    this.pictures = pictures;
  }

  /**
   * Seconds are medians.
   *
   * @param passes how often it ended in the period
   * @param cases how many cases went through it
   * @param again how many of them more than once
   * @param cutOff how often it was interrupted
   */
  public record Heat(
      String element,
      String name,
      int passes,
      int cases,
      int again,
      int cutOff,
      int seconds,
      int forUs) {}

  /**
   * @param steps tasks and waits in their order
   * @param returns how many of them it had been at before
   */
  public record Way(List<String> steps, int returns, int n, double share, int median) {}

  /**
   * @param id of the process
   */
  public record Diagram(String id, String name) {}

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
    return managers.count(
        person,
        () ->
            jdbc.sql(
                    """
                    with pass as (
                      select e.element, e.name, i.reference, p.completed,
                             case when :working then p.for_us_working + p.in_hand_working + p.for_them_working
                                  else p.for_us + p.in_hand + p.for_them end as seconds,
                             case when :working then p.for_us_working else p.for_us end as us
                        from insight_pass p join insight_element e on e.id = p.element
                        join insight_instance i using (instance_key)
                       where e.process = :process and p.ended_at >= :from and p.ended_at < :to
                         and i.reference is not null),
                    often as (select element, reference, count(*) as n from pass group by element, reference)
                    select p.element, p.name, count(*) as passes, count(distinct reference) as cases,
                           (select count(*) from often o where o.element = p.element and n > 1) as again,
                           count(*) filter (where not completed) as cut_off,
                           coalesce(percentile_disc(0.5) within group (order by seconds), 0) as seconds,
                           coalesce(percentile_disc(0.5) within group (order by us), 0) as for_us
                      from pass p group by p.element, p.name having count(distinct reference) >= :fewest
                     order by seconds desc, passes desc, p.element
                    """)
                .param("process", process)
                .param("working", query.working())
                .param("from", query.from().atOffset(ZoneOffset.UTC))
                .param("to", query.to().atOffset(ZoneOffset.UTC))
                .param("fewest", Sample.FEWEST)
                .query(Heat.class)
                .list());
  }

  /** The ways that at least five cases took, the most usual first. */
  public List<Way> ways(Person person, TimesQuery query) {
    return managers.count(
        person,
        () -> {
          var names = names();
          var ways = new ArrayList<Way>();
          jdbc.sql(
                  """
                  select way, count(*) as n, count(*)::float8 / sum(count(*)) over () as share,
                         percentile_disc(0.5) within group (order by
                           case when :working then for_us_working + in_hand_working + for_them_working
                                else for_us + in_hand + for_them end) as median
                    from insight_time where ended_at >= :from and ended_at < :to
                   group by way order by n desc, way limit :most
                  """)
              .param("working", query.working())
              .param("from", query.from().atOffset(ZoneOffset.UTC))
              .param("to", query.to().atOffset(ZoneOffset.UTC))
              .param("most", MOST_WAYS)
              .query(
                  row -> {
                    if (row.getInt("n") >= Sample.FEWEST) {
                      var steps =
                          List.of(row.getString("way").split(" ")).stream()
                              .filter(step -> !step.isEmpty())
                              .map(names::get)
                              .toList();
                      ways.add(
                          new Way(
                              steps,
                              steps.size() - (int) steps.stream().distinct().count(),
                              row.getInt("n"),
                              row.getDouble("share"),
                              row.getInt("median")));
                    }
                  });
          return List.copyOf(ways);
        });
  }

  private Map<String, String> names() {
    var names = new HashMap<String, String>();
    jdbc.sql("select id, name from insight_element")
        .query(
            row -> {
              names.put(row.getString("id"), row.getString("name"));
            });
    return names;
  }
}
