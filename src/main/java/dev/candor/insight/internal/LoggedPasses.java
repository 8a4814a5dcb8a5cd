package dev.candor.insight.internal;

import dev.candor.insight.internal.StepTimes.StepId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Passes of cases through elements, as the database has them: the rows behind figures. */
final class LoggedPasses {

  private static final String PASSES =
      """
      select p.pass_key as pass, c.reference, e.process, coalesce(v.version, 0) as version, e.element,
             e.name, e.kind, p.begun_at, p.ended_at, p.completed, p.for_us, p.in_hand, p.for_them,
             p.for_us_working, p.in_hand_working, p.for_them_working
        from insight_pass p
        join insight_element e on e.id = p.element
        join insight_instance i using (instance_key)
        join insight_case c on c.reference = i.reference
        left join insight_version v on v.definition_key = p.definition_key
       where p.ended_at >= :from and p.ended_at < :to and %s%s
       order by p.ended_at, p.pass_key
      """;

  private static final String COUNTED_STEPS =
      "p.for_us is not null and e.%s and (not :working or p.for_us_working is not null)"
          .formatted(StepTimes.ARE_STEPS);

  private static final String ONE_STEP =
      " and (:step::text is null or e.process || '/' || e.element = :step)";

  private LoggedPasses() {}

  /**
   * Through the steps of which the query's figures tell.
   *
   * @param only null for all of them
   */
  static StatementSpec ofSteps(JdbcClient connection, TimesQuery query, @Nullable StepId only) {
    return rows(connection, query, COUNTED_STEPS + ONE_STEP)
        .param("working", query.working())
        .param("step", only == null ? null : only.code());
  }

  /** Through the elements of one diagram. */
  static StatementSpec of(JdbcClient connection, TimesQuery query, String process) {
    return rows(connection, query, "e.process = :process").param("process", process);
  }

  private static StatementSpec rows(JdbcClient connection, TimesQuery query, String which) {
    var chosen = Conditions.ofCases("v.version", query.only());
    return Conditions.bind(connection.sql(PASSES.formatted(which, chosen)), query);
  }
}
