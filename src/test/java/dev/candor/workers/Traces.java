package dev.candor.workers;

import dev.candor.support.EveryRow;
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

  static Traces of(EveryRow jdbc, String reference) {
    return new Traces(
        TABLES.stream()
            .map(
                table ->
                    jdbc.sql("select count(*) from " + table + " where reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single())
            .toList());
  }
}
