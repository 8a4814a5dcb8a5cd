package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.Decider;
import dev.candor.cases.Flag;
import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import dev.candor.cases.UnknownCase;
import dev.candor.database.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code cases}: one row each, locked while a step is taken. */
@Component
@Transactional
class CaseFiles {

  private static final String FILE =
      """
      select reference, flagger, state,
             coalesce((corrected ->> 'receivedOn')::date, received_on) as received_on, severity, desk, decider,
             process_instance_key, review_overdue, withdrawal_asked
      from cases where reference = :reference
      """;

  private final JdbcClient jdbc;

  CaseFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CaseFile> find(CaseReference reference) {
    return jdbc.sql(FILE)
        .param("reference", Text.of(reference.value()))
        .query((row, number) -> file(row))
        .optional();
  }

  RequestType typeOf(CaseReference reference) {
    return jdbc.sql("select type from cases where reference = ?")
        .param(reference.value())
        .query((row, number) -> RequestType.valueOf(row.getString(1)))
        .optional()
        .orElseThrow(UnknownCase::new);
  }

  /** As it was sent in. */
  Optional<Flag> flag(CaseReference reference) {
    return jdbc.sql("select * from cases where reference = ?")
        .param(reference.value())
        .query((row, number) -> FlagColumns.read(row))
        .optional();
  }

  /**
   * Others wait until the caller's transaction ends: two steps of one case never overlap. Whoever
   * only refers to it, as a precedent, waits for nobody.
   */
  CaseFile lock(CaseReference reference) {
    return jdbc.sql(FILE + " for no key update")
        .param("reference", Text.of(reference.value()))
        .query((row, number) -> file(row))
        .optional()
        .orElseThrow(UnknownCase::new);
  }

  /**
   * @return false when this person used the key before; nothing is inserted then
   */
  boolean insert(
      CaseReference reference,
      Flag flag,
      PersonId flagger,
      @Nullable String idempotencyKey,
      Instant at) {
    return jdbc.sql(
                """
                insert into cases (reference, flagger, flagged_at, idempotency_key, state, type,
                  sender, relationship, principal, principal_kind, principal_country, market,
                  channel, ask, legal_basis, wants_to_stay_hidden, audience, political_content,
                  paid, threat, received_on, items, reply_wanted_by)
                values (:reference, :flagger, :at, :key, 'FLAGGED', :type,
                  :sender, :relationship, :principal, :principalKind, :principalCountry, :market,
                  :channel, :ask, :legalBasis, :hidden, :audience, :political,
                  :paid, :threat, :receivedOn, :items::text[], :replyWantedBy::date)
                on conflict (flagger, idempotency_key) do nothing
                """)
            .param("reference", reference.value())
            .param("flagger", flagger.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("key", idempotencyKey)
            .param("type", flag.type().name())
            .param("sender", flag.sender())
            .param("relationship", flag.relationship())
            .param("principal", flag.principal())
            .param("principalKind", flag.principalKind().name())
            .param("principalCountry", flag.principalCountry())
            .param("market", flag.market())
            .param("channel", flag.channel().name())
            .param("ask", flag.ask())
            .param("legalBasis", flag.legalBasis())
            .param("hidden", flag.wantsToStayHidden())
            .param("audience", flag.audience())
            .param("political", flag.politicalContent())
            .param("paid", flag.paid())
            .param("threat", flag.threat())
            .param("receivedOn", flag.receivedOn())
            .param("items", flag.items().toArray(String[]::new))
            .param("replyWantedBy", flag.replyWantedBy())
            .update()
        == 1;
  }

  void save(CaseFile file) {
    jdbc.sql(
            """
            update cases set state = :state, severity = :severity, desk = :desk,
              decider = :decider, process_instance_key = :instance, review_overdue = :overdue,
              withdrawal_asked = :withdrawalAsked
            where reference = :reference
            """)
        .param("state", file.state().name())
        .param("severity", file.severity() == null ? null : file.severity().name())
        .param("desk", file.desk())
        .param("decider", file.decider() == null ? null : file.decider().name())
        .param("instance", file.processInstanceKey())
        .param("overdue", file.reviewOverdue())
        .param("withdrawalAsked", file.withdrawalAsked())
        .param("reference", file.reference().value())
        .update();
  }

  /** The case this person opened with that key, and what they flagged then. */
  Optional<FlaggedBefore> flaggedBefore(PersonId flagger, String idempotencyKey) {
    return jdbc.sql("select * from cases where flagger = :flagger and idempotency_key = :key")
        .param("flagger", flagger.value())
        .param("key", idempotencyKey)
        .query(
            (row, number) ->
                new FlaggedBefore(
                    new CaseReference(row.getString("reference")), FlagColumns.read(row)))
        .optional();
  }

  record FlaggedBefore(CaseReference reference, Flag flag) {}

  private static CaseFile file(ResultSet row) throws SQLException {
    var severity = row.getString("severity");
    var decider = row.getString("decider");
    return new CaseFile(
        new CaseReference(row.getString("reference")),
        new PersonId(row.getString("flagger")),
        row.getObject("received_on", LocalDate.class),
        CaseState.valueOf(row.getString("state")),
        severity == null ? null : Severity.valueOf(severity),
        row.getString("desk"),
        decider == null ? null : Decider.valueOf(decider),
        row.getObject("process_instance_key", Long.class),
        row.getBoolean("review_overdue"),
        row.getBoolean("withdrawal_asked"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
