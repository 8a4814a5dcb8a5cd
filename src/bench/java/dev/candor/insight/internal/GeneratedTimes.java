package dev.candor.insight.internal;

import dev.candor.support.EveryRow;
import java.util.List;

/** Finished cases over three years, with their steps and tasks, made by the database. */
final class GeneratedTimes {

  private final EveryRow rows;

  GeneratedTimes(EveryRow rows) {
    this.rows = rows;
  }

  /**
   * @param to the last number of a case
   */
  void load(int from, int to) {
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            select 'SR-2025-' || lpad(i::text, 7, '0'), (array['OTHER','VERIFY_OR_LABEL','DISCLOSE_DATA'])[1 + i % 3],
                   (array['FORMAL','INFORMAL','VERBAL'])[1 + i % 3], (array['LOW','MEDIUM','HIGH','CRITICAL'])[1 + i % 4],
                   'DESK-' || i % 7, (array['DECLINED','ACCEPTED','NO_ACTION'])[1 + i % 3], 1 + i % 5,
                   ended - seconds * interval '1 second', ended, seconds / 2, seconds / 3, seconds - seconds / 2 - seconds / 3,
                   seconds / 8, seconds / 12, seconds / 10, '1 2 3 4 ' || (60 * random() * random())::int || ' 3 8', nextval('insight_counted')
              from (select i, now() - random() * interval '1095 days' as ended,
                           (exp(11 + 1.2 * (random() + random() + random() - 1.5)))::int as seconds
                      from generate_series(?, ?) i) g
            """)
        .params(from, to)
        .update();
    loadSteps(from, to);
    rows.sql("analyze insight_time, insight_case, insight_instance, insight_pass, insight_task")
        .update();
  }

  /**
   * Twelve passes and four tasks of each case, one after the other until it ended; some are open.
   */
  private void loadSteps(int from, int to) {
    rows.sql(
            """
            insert into insight_element (process, element, name, kind)
            select 'P', 'Task_' || i, 'Step ' || i, case when i < 8 then 'USER_TASK' else 'SERVICE_TASK' end
              from generate_series(0, 11) i on conflict do nothing
            """)
        .update();
    var chosen = " from insight_time where reference between ? and ?";
    for (var sql :
        List.of(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, outcome, state, counted, instance_key, flagged_at, decided_at)
            select reference, type, channel, 'GB', severity, desk, outcome, 'CLOSED', counted, substr(reference, 9)::bigint, begun_at,
                   case when substr(reference, 9)::bigint % 500 > 0 then ended_at end
            """,
            "insert into insight_instance select substr(reference, 9)::bigint, reference",
            """
            insert into insight_pass (pass_key, instance_key, definition_key, element, begun_at, ended_at, completed,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working)
            select substr(reference, 9)::bigint * 100 + i, substr(reference, 9)::bigint, 1, e.id,
                   begun_at + (ended_at - begun_at) * i / 12, begun_at + (ended_at - begun_at) * (i + 1) / 12, true,
                   for_us / 12, in_hand / 12, for_them / 12, for_us_working / 12, in_hand_working / 12, for_them_working / 12
            """,
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at, completed)
            select substr(reference, 9)::bigint * 100 + i, reference, substr(reference, 9)::bigint, 'Task_' || i,
                   begun_at + (ended_at - begun_at) * i / 12, begun_at + (ended_at - begun_at) * (i + 1.5 * random()) / 12,
                   case when i < 3 or substr(reference, 9)::bigint % 500 > 0 then begun_at + (ended_at - begun_at) * (i + 1) / 12 end, true
            """)) {
      var many =
          sql.contains("insight_pass")
              ? " from insight_time, generate_series(0, 11) i join insight_element e on e.process = 'P' and e.element = 'Task_' || i"
                  + " where reference between ? and ?"
              : sql.contains("insight_task")
                  ? " from insight_time, generate_series(0, 3) i where reference between ? and ?"
                  : chosen;
      rows.sql(sql + many).params(reference(from), reference(to)).update();
    }
  }

  static String reference(int number) {
    return "SR-2025-%07d".formatted(number);
  }
}
