package dev.candor.insight.internal;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Times of steps: the tasks of people, and the waits for the other side, by where they ended. */
@Component
public class StepTimes {

  private static final String TIMES =
      """
      e.process, e.element, e.name,
      case when :working then p.for_us_working else p.for_us end as us,
      case when :working then p.in_hand_working else p.in_hand end as hand,
      case when :working then p.for_them_working else p.for_them end as them
      """;

  private static final String STEPS =
      """
        from insight_pass p
        join insight_element e on e.id = p.element
      """;

  private static final String OF_CASES =
      """
        join insight_instance i using (instance_key)
        join insight_case c on c.reference = i.reference
        left join insight_version v on v.definition_key = p.definition_key
      """;

  /** What was counted has a case: without a condition on it, none is looked up. */
  private static final String COUNTED =
      """
       where (:step::int[] is null or p.element = any(:step))
         and p.ended_at >= :from and p.ended_at < :to and p.for_us is not null
         and e.kind in ('USER_TASK', 'EVENT_BASED_GATEWAY', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT')
         and (not :working or p.for_us_working is not null)
      """;

  private static final String CHOSEN =
      """
         and (:desk::text is null or c.desk = :desk)
         and (:type::text is null or c.type = :type)
         and (:severity::text is null or c.severity = :severity)
         and (:outcome::text is null or c.outcome = :outcome)
         and (:channel::text is null or c.channel = :channel)
         and (:version::text is null or v.version::text = :version)
      """;

  private final JdbcClient jdbc;

  StepTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param element its id in the diagram
   */
  public record Step(String process, String element, String name) {

    public StepId id() {
      return new StepId(process, element);
    }
  }

  /**
   * @param element its id in the diagram
   */
  public record StepId(String process, String element) {

    /** As it is called in addresses: {@code process/element}. */
    public String code() {
      return process + "/" + element;
    }
  }

  Map<Step, Sample> of(TimesQuery query) {
    return of(query, null);
  }

  /** What the step is called, or its id where no diagram has it. */
  String name(StepId step) {
    return jdbc.sql("select name from insight_element where process = ? and element = ?")
        .params(step.process(), step.element())
        .query(String.class)
        .optional()
        .orElse(step.element());
  }

  /** The tasks and waits that there are, by name. */
  List<Step> all() {
    return jdbc.sql(
            """
            select process, element, name from insight_element
             where kind in ('USER_TASK', 'EVENT_BASED_GATEWAY', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT')
             order by name, process
            """)
        .query(Step.class)
        .list();
  }

  /**
   * @param only the step that is asked for; null for all
   */
  Map<Step, Sample> of(TimesQuery query, @Nullable StepId only) {
    var samples = new HashMap<Step, Sample>();
    var sql =
        query.only().isEmpty()
            ? "select " + TIMES + STEPS + COUNTED
            : "select " + TIMES + STEPS + OF_CASES + COUNTED + CHOSEN;
    asked(jdbc.sql(sql), query, only)
        .query(
            row -> {
              var step =
                  new Step(
                      row.getString("process"), row.getString("element"), row.getString("name"));
              samples
                  .computeIfAbsent(step, each -> new Sample())
                  .add(row.getInt("us"), row.getInt("hand"), row.getInt("them"));
            });
    return samples;
  }

  /**
   * The steps themselves, as rows.
   *
   * @param connection by which they are read
   * @param columns of {@code insight_pass p}, {@code insight_element e}, {@code insight_case c} and
   *     {@code insight_version v}
   */
  StatementSpec rows(JdbcClient connection, TimesQuery query, String columns) {
    var sql =
        "select "
            + columns
            + STEPS
            + OF_CASES
            + COUNTED
            + CHOSEN
            + " order by p.ended_at, p.pass_key";
    return asked(connection.sql(sql), query, null);
  }

  private StatementSpec asked(StatementSpec statement, TimesQuery query, @Nullable StepId only) {
    var asked =
        statement
            .param("from", query.from().atOffset(ZoneOffset.UTC))
            .param("to", query.to().atOffset(ZoneOffset.UTC))
            .param("working", query.working())
            .param("step", only == null ? null : numbers(only));
    for (var dimension : Dimension.values()) {
      asked = asked.param(dimension.code(), query.only().get(dimension));
    }
    return asked;
  }

  private Integer[] numbers(StepId step) {
    return jdbc.sql("select id from insight_element where process = ? and element = ?")
        .params(step.process(), step.element())
        .query(Integer.class)
        .list()
        .toArray(Integer[]::new);
  }
}
