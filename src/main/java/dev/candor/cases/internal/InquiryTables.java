package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.PressInquiries.NewInquiry;
import dev.candor.cases.PressInquiries.NewStatement;
import dev.candor.cases.PressInquiries.Settled;
import dev.candor.cases.PressInquiry.Answer;
import dev.candor.cases.PressInquiry.Clearance;
import dev.candor.cases.PressInquiry.Draft;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code press_inquiry} and those that hang on it, as they are written. */
@Component
class InquiryTables {

  private final JdbcClient jdbc;

  InquiryTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return false when it was received before
   */
  boolean insert(CaseReference reference, PersonId by, NewInquiry inquiry, Instant at) {
    return jdbc.sql(
                """
                insert into press_inquiry
                  (inquiry, reference, asked_by, question, answer_by, received_by, received_at)
                values (:inquiry, :reference, :askedBy, :question, :answerBy::timestamptz, :by, :at)
                on conflict (inquiry) do nothing
                """)
            .param("inquiry", inquiry.id())
            .param("reference", reference.value())
            .param("askedBy", inquiry.askedBy())
            .param("question", inquiry.question())
            .param("answerBy", column(inquiry.answerBy()))
            .param("by", by.value())
            .param("at", column(at))
            .update()
        == 1;
  }

  CaseReference caseOf(UUID inquiry) {
    return jdbc.sql("select reference from press_inquiry where inquiry = ?")
        .param(inquiry)
        .query((row, number) -> new CaseReference(row.getString(1)))
        .single();
  }

  boolean hasDossier(UUID inquiry) {
    return jdbc.sql("select exists (select 1 from press_dossier where inquiry = ?)")
        .param(inquiry)
        .query(Boolean.class)
        .single();
  }

  void insertDossier(UUID inquiry, List<CaseReference> cases) {
    for (var position = 0; position < cases.size(); position++) {
      jdbc.sql("insert into press_dossier values (?, ?, ?) on conflict do nothing")
          .params(inquiry, position, cases.get(position).value())
          .update();
    }
  }

  void insert(UUID inquiry, Draft draft) {
    jdbc.sql(
            """
            insert into press_draft (submission, inquiry, person, answer, words, rationale, at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (submission) do nothing
            """)
        .params(
            draft.submission(),
            inquiry,
            draft.by().value(),
            draft.answer().name(),
            draft.words(),
            draft.rationale(),
            column(draft.at()))
        .update();
  }

  /**
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is none
   */
  Settled latestDraft(UUID inquiry) {
    return jdbc.sql(
            """
            select answer, words from press_draft
            where inquiry = ? order by at desc, submission limit 1
            """)
        .param(inquiry)
        .query(
            (row, number) ->
                new Settled(Answer.valueOf(row.getString("answer")), row.getString("words")))
        .single();
  }

  void insert(UUID inquiry, Clearance clearance) {
    jdbc.sql(
            """
            insert into press_clearance (submission, inquiry, person, clearance, rationale, at)
            values (?, ?, ?, ?, ?, ?) on conflict (submission) do nothing
            """)
        .params(
            clearance.submission(),
            inquiry,
            clearance.by().value(),
            clearance.verdict().name(),
            clearance.rationale(),
            column(clearance.at()))
        .update();
  }

  /**
   * @return false when there is a statement already
   */
  boolean insert(UUID inquiry, NewStatement statement, Settled words) {
    return jdbc.sql(
                """
                insert into press_statement (inquiry, submission, answer, words, cleared_by, at)
                values (?, ?, ?, ?, ?, ?) on conflict (inquiry) do nothing
                """)
            .params(
                inquiry,
                statement.submission(),
                words.answer().name(),
                words.words(),
                statement.clearedBy().value(),
                column(statement.at()))
            .update()
        == 1;
  }

  private static @Nullable OffsetDateTime column(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
