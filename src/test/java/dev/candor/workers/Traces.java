package dev.candor.workers;

import static org.awaitility.Awaitility.await;

import dev.candor.support.EveryRow;
import java.time.Duration;
import java.util.List;

/** How much a case has left behind: events, findings and mails; equal when nothing was added. */
record Traces(List<Long> rows) {

  private static final List<String> TABLES =
      List.of(
          "case_event",
          "case_precedent",
          "case_ground",
          "case_correction",
          "recommendation",
          "decision",
          "case_reply",
          "case_carried_out",
          "mail_outbox",
          "task");

  /** The element instance whose job told of this first. */
  static long elementThatTold(EveryRow jdbc, String reference, String notice) {
    return jdbc.sql(
            """
            select cast(substring(min(occasion) from '[0-9]+$') as bigint) from mail_outbox
             where reference = ? and notice = ?
            """)
        .params(reference, notice)
        .query(Long.class)
        .single();
  }

  /**
   * As soon as whoever was offered a step has been told: a task is there a moment before its mails.
   */
  static Traces of(EveryRow jdbc, String reference) {
    await().until(() -> everyOfferIsTold(jdbc, reference));
    return new Traces(TABLES.stream().map(table -> count(jdbc, table, reference)).toList());
  }

  private static boolean everyOfferIsTold(EveryRow jdbc, String reference) {
    return jdbc.sql(
            """
            select not exists (
              select 1 from task where reference = ? and not exists (
                select 1 from mail_outbox where occasion = 'task-' || user_task_key))
            """)
        .param(reference)
        .query(Boolean.class)
        .single();
  }

  static long count(EveryRow jdbc, String table, String reference) {
    return jdbc.sql("select count(*) from " + table + " where reference = ?")
        .param(reference)
        .query(Long.class)
        .single();
  }

  /** Until that many were told of it: the last that an ending case leaves behind. */
  static void awaitMails(EveryRow jdbc, String reference, String notice, long mails) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select count(*) from mail_outbox where reference = ? and notice = ?")
                    .params(reference, notice)
                    .query(Long.class)
                    .single(),
            told -> told == mails);
  }
}
