package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Written;
import dev.candor.cases.FollowingUp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the other side wrote, what we replied, and what was carried out: one of each per case. */
@Component
class Correspondence {

  private final JdbcClient jdbc;

  Correspondence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keepAnswer(CaseReference reference, String answer, PersonId enteredBy, Instant at) {
    jdbc.sql("insert into case_answer (reference, answer, entered_by, at) values (?, ?, ?, ?)")
        .params(reference.value(), answer, enteredBy.value(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * @return false when there is a reply already; nothing is kept then
   */
  boolean keepReply(CaseReference reference, FollowingUp.Written reply) {
    return keep(
        """
        insert into case_reply (submission, reference, reply, replied_by, at)
        values (?, ?, ?, ?, ?) on conflict (reference) do nothing
        """,
        reference,
        reply);
  }

  /**
   * @return false when it is noted already; nothing is kept then
   */
  boolean keepCarriedOut(CaseReference reference, FollowingUp.Written note) {
    return keep(
        """
        insert into case_carried_out (submission, reference, note, done_by, at)
        values (?, ?, ?, ?, ?) on conflict (reference) do nothing
        """,
        reference,
        note);
  }

  Optional<Written> answer(CaseReference reference) {
    return one("select answer, entered_by, at from case_answer where reference = ?", reference);
  }

  Optional<Written> reply(CaseReference reference) {
    return one("select reply, replied_by, at from case_reply where reference = ?", reference);
  }

  Optional<Written> carriedOut(CaseReference reference) {
    return one("select note, done_by, at from case_carried_out where reference = ?", reference);
  }

  private boolean keep(String insert, CaseReference reference, FollowingUp.Written written) {
    return jdbc.sql(insert)
            .params(
                written.submission(),
                reference.value(),
                written.text(),
                written.by().value(),
                written.at().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Optional<Written> one(String query, CaseReference reference) {
    return jdbc.sql(query)
        .param(reference.value())
        .query(
            (row, number) ->
                new Written(row.getString(1), row.getString(2), CaseFiles.instant(row, "at")))
        .optional();
  }
}
