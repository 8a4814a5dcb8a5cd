package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.PressInquiry;
import dev.candor.cases.PressInquiry.Answer;
import dev.candor.cases.PressInquiry.Clearance;
import dev.candor.cases.PressInquiry.Draft;
import dev.candor.cases.PressInquiry.Statement;
import dev.candor.cases.PressInquiry.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the press inquiries of a case with all that came of them. */
@Component
class InquiriesOnRecord {

  private final JdbcClient jdbc;

  InquiriesOnRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Earliest first. */
  List<PressInquiry> on(CaseReference reference) {
    return jdbc.sql("select * from press_inquiry where reference = ? order by received_at, inquiry")
        .param(reference.value())
        .query((row, number) -> inquiry(row))
        .list();
  }

  private PressInquiry inquiry(ResultSet row) throws SQLException {
    var inquiry = row.getObject("inquiry", UUID.class);
    return new PressInquiry(
        inquiry,
        row.getString("asked_by"),
        row.getString("question"),
        CaseFiles.instant(row, "answer_by"),
        new PersonId(row.getString("received_by")),
        CaseFiles.instant(row, "received_at"),
        dossier(inquiry),
        drafts(inquiry),
        clearances(inquiry),
        statement(inquiry));
  }

  private List<String> dossier(UUID inquiry) {
    return jdbc.sql("select reference from press_dossier where inquiry = ? order by position")
        .param(inquiry)
        .query(String.class)
        .list();
  }

  private List<Draft> drafts(UUID inquiry) {
    return jdbc.sql("select * from press_draft where inquiry = ? order by at, submission")
        .param(inquiry)
        .query(
            (row, number) ->
                new Draft(
                    row.getObject("submission", UUID.class),
                    new PersonId(row.getString("person")),
                    Answer.valueOf(row.getString("answer")),
                    row.getString("words"),
                    row.getString("rationale"),
                    CaseFiles.instant(row, "at")))
        .list();
  }

  private List<Clearance> clearances(UUID inquiry) {
    return jdbc.sql("select * from press_clearance where inquiry = ? order by at, submission")
        .param(inquiry)
        .query(
            (row, number) ->
                new Clearance(
                    row.getObject("submission", UUID.class),
                    new PersonId(row.getString("person")),
                    Verdict.valueOf(row.getString("clearance")),
                    row.getString("rationale"),
                    CaseFiles.instant(row, "at")))
        .list();
  }

  private @Nullable Statement statement(UUID inquiry) {
    return jdbc.sql("select * from press_statement where inquiry = ?")
        .param(inquiry)
        .query(
            (row, number) ->
                new Statement(
                    Answer.valueOf(row.getString("answer")),
                    row.getString("words"),
                    new PersonId(row.getString("cleared_by")),
                    CaseFiles.instant(row, "at")))
        .optional()
        .orElse(null);
  }
}
