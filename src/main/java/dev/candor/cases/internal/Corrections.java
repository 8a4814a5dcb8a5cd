package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Correction;
import dev.candor.cases.Flag;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.TakingIn.NewFacts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was completed after the flag: entries of their own, the later one counts. */
@Component
class Corrections {

  private final JdbcClient jdbc;

  Corrections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(UUID submission) {
    return jdbc.sql("select exists (select 1 from case_correction where submission = ?)")
        .param(submission)
        .query(Boolean.class)
        .single();
  }

  void insert(CaseReference reference, NewFacts facts) {
    facts
        .values()
        .forEach(
            (field, value) ->
                jdbc.sql(
                        """
                        insert into case_correction
                          (submission, field, reference, value, corrected_by, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                    .params(
                        facts.submission(),
                        field,
                        reference.value(),
                        value,
                        facts.by().value(),
                        facts.at().atOffset(ZoneOffset.UTC))
                    .update());
  }

  List<Correction> of(CaseReference reference) {
    return jdbc.sql("select * from case_correction where reference = ? order by at, field")
        .param(reference.value())
        .query(
            (row, number) ->
                new Correction(
                    row.getString("field"),
                    row.getString("value"),
                    row.getString("corrected_by"),
                    CaseFiles.instant(row, "at")))
        .list();
  }

  /** The flag as it reads with these corrections. */
  static Flag applied(Flag flag, List<Correction> corrections) {
    var current = flag;
    for (var correction : corrections) {
      current = applied(current, correction);
    }
    return current;
  }

  private static Flag applied(Flag flag, Correction correction) {
    var field = correction.field();
    var value = correction.value();
    return new Flag(
        flag.type(),
        flag.sender(),
        field.equals("relationship") ? value : flag.relationship(),
        flag.principal(),
        field.equals("principalKind") ? PrincipalKind.valueOf(value) : flag.principalKind(),
        flag.principalCountry(),
        flag.market(),
        flag.channel(),
        flag.ask(),
        field.equals("legalBasis") ? value : flag.legalBasis(),
        flag.wantsToStayHidden(),
        field.equals("audience") ? value : flag.audience(),
        flag.politicalContent(),
        flag.paid(),
        flag.threat(),
        flag.receivedOn(),
        flag.items(),
        flag.replyWantedBy());
  }
}
