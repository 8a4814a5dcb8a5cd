package dev.candor.insight.internal;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Times of steps: the tasks of people, and the waits for the other side, by where they ended. */
@Component
class StepTimes {

  private static final String STEPS =
      """
      select e.process, e.element, e.name,
             case when :working then p.for_us_working else p.for_us end as us,
             case when :working then p.in_hand_working else p.in_hand end as hand,
             case when :working then p.for_them_working else p.for_them end as them
        from insight_pass p
        join insight_element e on e.id = p.element
        join insight_instance i using (instance_key)
        join insight_case c on c.reference = i.reference
        left join insight_version v on v.definition_key = p.definition_key
       where p.ended_at >= :from and p.ended_at < :to and p.for_us is not null
         and e.kind in ('USER_TASK', 'EVENT_BASED_GATEWAY', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT')
         and (not :working or p.for_us_working is not null)
         and (:desk::text is null or c.desk = :desk)
         and (:type::text is null or c.type = :type)
         and (:severity::text is null or c.severity = :severity)
         and (:outcome::text is null or c.outcome = :outcome)
         and (:channel::text is null or c.channel = :channel)
         and (:version::text is null or v.version::text = :version)
       order by e.process, e.name
      """;

  private final JdbcClient jdbc;

  StepTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param element its id in the diagram
   */
  public record Step(String process, String element, String name) {}

  Map<Step, Sample> of(TimesQuery query) {
    var samples = new LinkedHashMap<Step, Sample>();
    var asked =
        jdbc.sql(STEPS)
            .param("from", query.from().atOffset(ZoneOffset.UTC))
            .param("to", query.to().atOffset(ZoneOffset.UTC))
            .param("working", query.working());
    for (var dimension : Dimension.values()) {
      asked = asked.param(dimension.code(), query.only().get(dimension));
    }
    asked.query(
        row -> {
          var step =
              new Step(row.getString("process"), row.getString("element"), row.getString("name"));
          samples
              .computeIfAbsent(step, each -> new Sample())
              .add(row.getInt("us"), row.getInt("hand"), row.getInt("them"));
        });
    return samples;
  }
}
