package dev.candor.cases;

import dev.candor.support.EveryRow;
import java.util.List;

/** A register that has been filled for years, written beside the service. */
public final class GeneratedCases {

  public static final int COUNT = 200_000;

  /**
   * Desk by remainder, every fourth with counsel as well, two participants, four out of five
   * decided. Each asks in some thirty of 20,000 words, few of them often and most of them seldom.
   * Every third names three or four of 50,000 items, few of them often as well.
   */
  private static final List<String> LOAD =
      List.of(
          """
          insert into cases (reference, flagger, flagged_at, type, sender, principal, principal_kind,
            principal_country, market, channel, ask, wants_to_stay_hidden, political_content, paid,
            threat, received_on, items, state, severity, desk)
          select 'SR-2026-' || lpad(n::text, 6, '0'),
            case when n %% 1000 = 0 then 'employee' else 'employee-' || n %% 1000 end,
            now() - (%1$d - n) * interval '15 minutes',
            (array['CREATE_OR_PROMOTE','REMOVE_OR_RESTRICT','DISCLOSE_DATA'])[n %% 3 + 1], 'Sender ' || n %% 977,
            'Principal ' || n %% 499, 'AGENCY', 'FR', 'GB', 'FORMAL',
            'They ask for this: ' || (
              select string_agg('w' || (20000 ^ random())::int, ' ') from generate_series(1, 30 + n %% 2)),
            false, false, false, false,
            date '2020-01-01', case when n %% 3 = 0 then array(
              select '@account-' || (50000 ^ random())::int from generate_series(1, 3 + n %% 2)) else '{}' end,
            case when n %% 5 = 0 then 'IN_REVIEW' else 'DECIDED' end, 'HIGH',
            case when n %% 8 = 0 then 'UK-IE-NL-IL' else 'DESK-' || n %% 8 end
          from generate_series(1, %1$d) n
          """
              .formatted(COUNT),
          """
          insert into case_item
            select distinct reference, item_named(written) from cases, unnest(items) written
          """,
          "insert into case_group select reference, 'desk:' || desk, flagged_at from cases",
          """
          insert into case_group select reference, 'counsel', flagged_at from cases
           where right(reference, 2)::int % 4 = 0
          """,
          """
          insert into case_participant select reference, 'person-' || (right(reference, 4)::int + n * 7) % 200, flagged_at
            from cases, generate_series(1, 2) n
          """,
          """
          insert into case_event (reference, at, who, what, detail)
          select reference, flagged_at, null, what, case what when 'DECIDED' then 'DECLINED' end
            from cases, unnest(array['FLAGGED', 'TRIAGED', 'PASSED_ON', 'DECIDED']) what
           where what <> 'DECIDED' or state = 'DECIDED'
          """,
          """
          insert into decision select gen_random_uuid(), reference, 'counsel', 'DECLINED', 'Words', null, false,
            flagged_at from cases where state = 'DECIDED'
          """,
          """
          insert into case_access (reference, who, flagged_at, type, state, desk, country, severity, asker, outcome)
            select reference, name, flagged_at, type, state, desk, principal_country, case when content then severity end,
              case when content then asker_named(principal) end, outcome
            from cases left join decision using (reference) join (
              select reference, 'flagger:' || flagger as name, false as content from cases
              union all select reference, 'group:' || group_name, true from case_group
              union all select reference, 'person:' || person, true from case_participant) names using (reference)
          """,
          """
          insert into case_words
            select reference, lower(concat_ws(e'\\n', reference, principal, sender, ask)),
              to_tsvector(language_of(ask), ask), lower(principal), known_to
            from cases join (
              select reference, array_agg(who) as known_to from case_access group by reference) known
              using (reference)
          """);

  private GeneratedCases() {}

  /**
   * Without a trigger for each row: what those would write is written at the end.
   *
   * @return how many seconds that took
   */
  public static double load(EveryRow everyRow) {
    var before = System.nanoTime();
    everyRow.sql("set session_replication_role = replica; " + String.join("; ", LOAD)).update();
    everyRow.sql("set session_replication_role = origin").update();
    everyRow.sql("vacuum analyze").update();
    return (System.nanoTime() - before) / 1e9;
  }

  /** The reference of one of them, counted from 1. */
  public static CaseReference reference(int number) {
    return new CaseReference("SR-2026-%06d".formatted(number));
  }
}
