package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.TimelineEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened on a case, in order. Entries are added, never changed. */
@Component
@Transactional
class Timeline {

  /** What can happen. */
  enum What {
    FLAGGED,
    FACTS_COMPLETED,
    TRIAGED,
    PRECEDENTS_FOUND,
    GROUNDS_FOUND,
    JOINED,
    RECOMMENDED,
    DISAGREED,
    ASKED_IN_WRITING,
    ANSWERED,
    NOT_ANSWERED,
    REVIEW_OVERDUE,
    PASSED_ON,
    DECIDED,
    REPLIED,
    CARRIED_OUT,
    CLOSED,
    WITHDRAWAL_ASKED,
    WITHDRAWN,
    DISCUSSION_OPENED,
    DISCUSSION_CONCLUDED,
    POLICY_DRAFTED,
    PRESS_INQUIRY_RECEIVED,
    PRESS_INQUIRY_ANSWERED,
    RECUSED,
    LEGAL_HOLD_SET,
    LEGAL_HOLD_LIFTED,
    NOBODY_LEFT,
    TASK_HANDED_OVER,
    TASK_DELEGATED,
    TASK_GIVEN_BACK,
    TASK_TAKEN_BACK,
    TASK_TAKEN_OVER,
    CLAIM_LAPSED,
    STEP_OVERDUE,
    OPENED_IN_AN_EMERGENCY,
    DISSENTED,
    LINKED,
    CORRECTED
  }

  private final JdbcClient jdbc;

  Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param who null when the service itself did it
   * @param detail a code; no word of the case's content
   */
  void add(
      CaseReference reference,
      Instant at,
      @Nullable PersonId who,
      What what,
      @Nullable Object detail) {
    jdbc.sql(
            """
            insert into case_event (reference, at, who, what, detail)
            values (:reference, :at, :who, :what, :detail)
            """)
        .param("reference", reference.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("who", who == null ? null : who.value())
        .param("what", what.name())
        .param("detail", detail == null ? null : detail.toString())
        .update();
  }

  /**
   * What the service noticed; once for each occasion.
   *
   * @param occasion the engine's key of the element that noticed it
   */
  void addOnce(CaseReference reference, Instant at, What what, String detail, long occasion) {
    jdbc.sql(
            """
            insert into case_event (reference, at, what, detail, occasion)
            values (:reference, :at, :what, :detail, :occasion) on conflict do nothing
            """)
        .param("reference", reference.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("what", what.name())
        .param("detail", detail)
        .param("occasion", occasion)
        .update();
  }

  boolean has(CaseReference reference, What what) {
    return jdbc.sql("select exists (select 1 from case_event where reference = ? and what = ?)")
        .params(reference.value(), what.name())
        .query(Boolean.class)
        .single();
  }

  /** Whether the other side was asked to write, and neither wrote nor let its time pass. */
  static boolean awaitsAnswer(List<TimelineEntry> entries) {
    var happened = entries.stream().map(TimelineEntry::what).collect(Collectors.toSet());
    return happened.contains(What.ASKED_IN_WRITING.name())
        && !happened.contains(What.ANSWERED.name())
        && !happened.contains(What.NOT_ANSWERED.name());
  }

  List<TimelineEntry> of(CaseReference reference) {
    return jdbc.sql("select at, who, what, detail from case_event where reference = ? order by id")
        .param(reference.value())
        .query(
            (row, number) ->
                new TimelineEntry(
                    CaseFiles.instant(row, "at"),
                    row.getString("who"),
                    row.getString("what"),
                    row.getString("detail")))
        .list();
  }
}
