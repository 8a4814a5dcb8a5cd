package dev.candor.tasks;

import dev.candor.support.EveryRow;
import java.util.List;

/** Open cases with their tasks, written beside the service. */
final class GeneratedTasks {

  static final int COUNT = 50_000;

  private static final int CASES = COUNT / 5 * 4;

  /**
   * Of eight desks. One task for each case, and a second one, counsel's, for every fourth of them.
   * Every twentieth is held by one of 200 people, every eleventh is overdue.
   */
  private static final List<String> LOAD =
      List.of(
          """
          insert into cases (reference, flagger, flagged_at, type, sender, principal, principal_kind,
            principal_country, market, channel, ask, wants_to_stay_hidden, political_content, paid,
            threat, received_on, state, severity, desk)
          select 'SR-2020-' || lpad(n::text, 6, '0'), 'employee-' || n %% 1000,
            timestamptz '2020-01-01' + n * interval '15 minutes',
            (array['CREATE_OR_PROMOTE','REMOVE_OR_RESTRICT','DISCLOSE_DATA'])[n %% 3 + 1], 'Sender ' || n %% 977,
            'Principal ' || n %% 499, 'AGENCY', 'FR', 'GB', 'FORMAL', 'They ask for this, and for that.',
            false, false, false, false, date '2020-01-01', 'IN_REVIEW',
            (array['LOW','MEDIUM','HIGH','CRITICAL'])[n %% 4 + 1],
            case when n %% 8 = 0 then 'UK-IE-NL-IL' else 'DESK-' || n %% 8 end
          from generate_series(1, %d) n
          """
              .formatted(CASES),
          """
          insert into case_group select reference, 'desk:' || desk, flagged_at from cases
           where reference like 'SR-2020-%'
          """,
          """
          insert into case_group select reference, 'counsel', flagged_at from cases
           where reference like 'SR-2020-%' and right(reference, 2)::int % 4 = 0
          """,
          """
          insert into case_access (reference, who, flagged_at, type, state, desk, asker)
            select reference, name, flagged_at, type, state, desk, case when content then asker_named(principal) end
            from cases join (
              select reference, 'flagger:' || flagger as name, false as content from cases
              union all select reference, 'group:' || group_name, true from case_group) names using (reference)
           where reference like 'SR-2020-%'
          """,
          """
          insert into case_words
            select reference, lower(concat_ws(e'\\n', reference, principal, sender, ask)),
              to_tsvector('simple', ask), lower(principal), known_to
            from cases join (
              select reference, array_agg(who) as known_to from case_access group by reference) known
              using (reference)
             where reference like 'SR-2020-%'
          """,
          """
          insert into task (user_task_key, reference, element, name, process_definition_key,
            process_instance_key, candidate_groups, state, assignee, due_at, created_at, claimed_at,
            attended_at, lapses_at, type, severity, desk)
          select nth, reference, 'Task_ReviewRegionally', 'Review request', 1, nth,
            array['desk:' || desk], case when nth % 20 = 0 then 'CLAIMED' else 'CREATED' end,
            case when nth % 20 = 0 then 'person-' || nth % 200 end,
            now() + (nth % 1100 - 100) * interval '1 h', now() - nth % 900 * interval '1 h',
            case when nth % 20 = 0 then now() end, case when nth % 20 = 0 then now() end,
            case when nth % 20 = 0 then timestamptz '2999-01-01' end, type,
            severity, desk
          from (select c.*, right(reference, 6)::int as nth from cases c
                 where reference like 'SR-2020-%') open
          """,
          """
          insert into task (user_task_key, reference, element, name, process_definition_key,
            process_instance_key, candidate_groups, state, due_at, created_at, type, severity, desk)
          select user_task_key + 1000000, reference, 'Task_DecideAsCounsel', 'Decide', 1,
            user_task_key, '{counsel}', 'CREATED', due_at, created_at, type, severity, desk
          from task where user_task_key %% 4 = 0 and user_task_key < 1000000 limit %d
          """
              .formatted(COUNT / 5));

  private GeneratedTasks() {}

  static void load(EveryRow everyRow) {
    everyRow.sql("set session_replication_role = replica; " + String.join("; ", LOAD)).update();
    everyRow.sql("set session_replication_role = origin").update();
    everyRow.sql("vacuum analyze").update();
  }
}
