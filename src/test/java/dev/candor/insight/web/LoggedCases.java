package dev.candor.insight.web;

import static org.awaitility.Awaitility.await;

import dev.candor.process.ProcessSets;
import dev.candor.support.EveryRow;
import java.time.Duration;
import java.util.List;

/**
 * Cases of a test class's own, with one step: in the log alone, as the register would note them.
 * Moments are in SQL: {@code now() - interval '1 hour'}.
 */
final class LoggedCases {

  private static final long KEYS = 4_100_000_000_000_000_000L;

  private final EveryRow rows;
  private final String desk;
  private final String step;
  private final int first;
  private final int howMany;

  /**
   * @param step id of an element that no diagram has
   * @param first number of the first case in its year
   */
  LoggedCases(EveryRow rows, String desk, String step, int first, int howMany) {
    this.rows = rows;
    this.desk = desk;
    this.step = step;
    this.first = first;
    this.howMany = howMany;
  }

  String reference(int number) {
    return "SR-2025-" + (first + number);
  }

  /** Of its instance, its pass and its task. */
  long key(int number) {
    return KEYS + first + number;
  }

  /** When the diagrams are in force, without what was there of an earlier test. */
  void begin(ProcessSets sets, String nameOfTheStep) {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    forget();
    rows.sql(
            """
            insert into insight_element (process, element, name, kind)
            values ('RegionalReviewProcess', ?, ?, 'USER_TASK') on conflict do nothing
            """)
        .params(step, nameOfTheStep)
        .update();
  }

  void forget() {
    for (int number = 0; number < howMany; number++) {
      rows.sql("select insight_forget(?)").param(reference(number)).query().singleRow();
    }
  }

  void write(int number, String severity, String flagged, String decided) {
    rows.sql(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, state, flagged_at, decided_at)
            values (?, 'OTHER', 'FORMAL', 'GB', ?, ?, 'IN_REVIEW', %s, %s)
            """
                .formatted(flagged, decided))
        .params(reference(number), severity, desk)
        .update();
    rows.sql("insert into insight_instance values (?, ?)")
        .params(key(number), reference(number))
        .update();
  }

  /** A case that was counted: in hand for so many seconds, at the step twice. */
  void count(int number, String severity, String ended, int seconds) {
    rows.sql(
            """
            insert into insight_time (reference, type, channel, severity, desk, outcome, version, begun_at, ended_at,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working, way, counted)
            select ?, 'OTHER', 'FORMAL', ?, ?, 'DECLINED', 1, %1$s - interval '23 hours', %1$s,
              0, ?, 0, 0, ?, 0, id || ' ' || id, nextval('insight_counted')
              from insight_element where element = ?
            """
                .formatted(ended))
        .params(reference(number), severity, desk, seconds, seconds, step)
        .update();
  }

  /**
   * Of a case that was counted.
   *
   * @param way numbers of elements; {@code %1$s} for the step
   */
  void took(int number, String way) {
    rows.sql(
            "update insight_time set way = format(?, (select id from insight_element where element = ?)) where reference = ?")
        .params(way, step, reference(number))
        .update();
  }

  /** Of a case that was counted, in seconds. */
  void waited(int number, int seconds) {
    rows.sql("update insight_time set for_them = ?, for_them_working = ? where reference = ?")
        .params(seconds, seconds, reference(number))
        .update();
    counted(number);
  }

  /** A case that was counted was withdrawn before anybody had looked at it. */
  void withdrawn(int number) {
    rows.sql(
            "update insight_case set severity = null, over_at = decided_at, decided_at = null where reference = ?")
        .param(reference(number))
        .update();
    rows.sql("update insight_time set severity = 'NONE', outcome = 'WITHDRAWN' where reference = ?")
        .param(reference(number))
        .update();
    counted(number);
  }

  /** Of a case that was counted. */
  void severity(int number, String severity) {
    for (var table : List.of("insight_case", "insight_time")) {
      rows.sql("update %s set severity = ? where reference = ?".formatted(table))
          .params(severity, reference(number))
          .update();
    }
    counted(number);
  }

  void pass(int number, String begun, String ended, int seconds) {
    rows.sql(
            """
            insert into insight_pass (pass_key, instance_key, definition_key, element, begun_at, ended_at, completed,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working)
            select ?, ?, 1, id, %1$s, %2$s, %2$s is not null, 0, ?, 0, 0, ?, 0 from insight_element where element = ?
            """
                .formatted(begun, ended))
        .params(key(number), key(number), seconds, seconds, step)
        .update();
  }

  void task(int number, String offered, String due, String ended, boolean completed) {
    rows.sql(
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at, completed)
            values (?, ?, ?, ?, %s, %s, %s, ?)
            """
                .formatted(offered, due, ended))
        .params(key(number), reference(number), key(number), step, completed)
        .update();
  }

  /** After all of it was written, so that what is kept in memory takes it over. */
  void counted(int number) {
    rows.counted(reference(number));
  }

  void held(int number, String person, int minutes) {
    rows.sql(
            """
            insert into insight_hold (user_task_key, person, claimed_at, let_go_at)
            select user_task_key, ?, ended_at - make_interval(mins => ?), ended_at
              from insight_task where user_task_key = ?
            """)
        .params(person, minutes, key(number))
        .update();
  }
}
