package dev.candor.insight.internal;

import dev.candor.access.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Which ways cases that ended took through the process, and where they came back. */
@Component
public class Ways {

  /** In place of a way, which is numbers. */
  private static final String OTHERS = "others";

  private final JdbcClient jdbc;
  private final ForManagers managers;

  Ways(JdbcClient jdbc, ForManagers managers) {
    this.jdbc = jdbc;
    this.managers = managers;
  }

  /**
   * @param steps tasks and waits in their order
   * @param returns how many of them it had been at before
   * @param median seconds
   */
  public record Way(List<String> steps, int returns, int n, double share, int median) {}

  /**
   * The ways that are not told one by one.
   *
   * @param median seconds
   */
  public record Others(int n, double share, int median) {}

  /**
   * From a step to one that the case had been at before; the same one where it was done again.
   *
   * @param cases how many came back so, once or more often
   * @param share of all cases
   * @param times how often they did
   */
  public record Return(String from, String to, AtLeast cases, double share, AtLeast times) {}

  /**
   * @param ways the most usual first
   * @param others null where there are none, or too few to tell
   * @param returns those of at least five cases, the most usual first
   * @param cameBack how many cases came back to any step
   * @param share of all cases
   */
  public record Taken(
      List<Way> ways,
      @Nullable Others others,
      List<Return> returns,
      AtLeast cameBack,
      double share) {}

  /**
   * @throws org.springframework.security.access.AccessDeniedException when they are no manager
   */
  public Taken taken(Person person, TimesQuery query) {
    return managers.count(
        person,
        () -> {
          var told = ToldWays.of(counts(query));
          var medians = medians(query, told.each());
          var names = names();
          return new Taken(
              told.each().stream()
                  .map(way -> way(way, told.all(), medians.get(way.way()), names))
                  .toList(),
              told.others() == 0
                  ? null
                  : new Others(
                      told.others(), (double) told.others() / told.all(), medians.get(OTHERS)),
              told.returns().each().stream()
                  .map(
                      one ->
                          new Return(
                              names.getOrDefault(one.from(), one.from()),
                              names.getOrDefault(one.to(), one.to()),
                              one.cases(),
                              (double) one.cases().n() / told.all(),
                              one.times()))
                  .toList(),
              told.returns().cameBack(),
              (double) told.returns().cameBack().n() / Math.max(1, told.all()));
        });
  }

  private static Way way(ToldWays.Counted way, int all, int median, Map<String, String> names) {
    return new Way(
        way.steps().stream().map(step -> names.getOrDefault(step, step)).toList(),
        way.steps().size() - (int) way.steps().stream().distinct().count(),
        way.n(),
        (double) way.n() / all,
        median);
  }

  private List<ToldWays.Counted> counts(TimesQuery query) {
    var counted = new ArrayList<ToldWays.Counted>();
    chosen("select way, count(*) as n from insight_time t where %s group by way", query)
        .query(
            row -> {
              counted.add(new ToldWays.Counted(row.getString("way"), row.getInt("n")));
            });
    return counted;
  }

  /** Of each of these, and of all others together. */
  private Map<String, Integer> medians(TimesQuery query, List<ToldWays.Counted> ways) {
    var medians = new HashMap<String, Integer>();
    chosen(
            """
            select case when way = any(:ways::text[]) then way else :others end as way,
                   percentile_disc(0.5) within group (order by
                     case when :working then for_us_working + in_hand_working + for_them_working
                          else for_us + in_hand + for_them end) as median
              from insight_time t where %s group by 1
            """,
            query)
        .param("ways", ways.stream().map(ToldWays.Counted::way).toArray(String[]::new))
        .param("others", OTHERS)
        .param("working", query.working())
        .query(
            row -> {
              medians.put(row.getString("way"), row.getInt("median"));
            });
    return medians;
  }

  /**
   * @param sql with a place for what is asked for
   */
  private StatementSpec chosen(String sql, TimesQuery query) {
    return Conditions.bind(jdbc.sql(sql.formatted(Conditions.ofFinished(query))), query);
  }

  /** By the number that ways have for them. */
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
