package dev.candor.cases.internal;

import static dev.candor.cases.Correctable.AUDIENCE;
import static dev.candor.cases.Correctable.ITEMS;
import static dev.candor.cases.Correctable.LEGAL_BASIS;
import static dev.candor.cases.Correctable.MARKET;
import static dev.candor.cases.Correctable.PRINCIPAL;
import static dev.candor.cases.Correctable.PRINCIPAL_COUNTRY;
import static dev.candor.cases.Correctable.PRINCIPAL_KIND;
import static dev.candor.cases.Correctable.RECEIVED_ON;
import static dev.candor.cases.Correctable.RELATIONSHIP;
import static dev.candor.cases.Correctable.REPLY_WANTED_BY;
import static dev.candor.cases.Correctable.SENDER;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseView.Correction;
import dev.candor.cases.Correctable;
import dev.candor.cases.Flag;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.TakingIn.NewFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code case_correction}: what was completed or corrected after the flag. The later
 * entry of a field counts.
 */
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

  /** By the task that asks for facts; what it leaves as it stands is kept of it as well. */
  void insert(CaseReference reference, NewFacts facts) {
    facts
        .values()
        .forEach(
            (field, value) ->
                insert(reference, facts.submission(), field, value, null, facts.by(), facts.at()));
  }

  void insert(
      CaseReference reference,
      UUID submission,
      String field,
      String value,
      @Nullable String reason,
      PersonId by,
      Instant at) {
    jdbc.sql(
            """
            insert into case_correction
              (submission, field, reference, value, reason, corrected_by, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            submission,
            field,
            reference.value(),
            value,
            reason,
            by.value(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Earliest first, without those that left it as it stood.
   *
   * @param flag as it was sent
   */
  List<Correction> of(CaseReference reference, Flag flag) {
    var before =
        Arrays.stream(Correctable.values())
            .collect(Collectors.toMap(Correctable::field, field -> field.of(flag)));
    return jdbc
        .sql("select * from case_correction where reference = ? order by id")
        .param(reference.value())
        .query(
            (row, number) ->
                new Correction(
                    row.getString("field"),
                    orNone(row.getString("value")),
                    orNone(before.put(row.getString("field"), row.getString("value"))),
                    row.getString("reason"),
                    row.getString("corrected_by"),
                    CaseFiles.instant(row, "at")))
        .list()
        .stream()
        .filter(each -> !Objects.equals(each.value(), each.was()))
        .toList();
  }

  /**
   * The flag as it reads with its corrections.
   *
   * @param flag as it was sent
   */
  Flag stands(CaseReference reference, Flag flag) {
    return applied(flag, of(reference, flag));
  }

  static Flag applied(Flag flag, List<Correction> corrections) {
    var current = flag;
    for (var correction : corrections) {
      current = applied(current, correction);
    }
    return current;
  }

  static Flag applied(Flag flag, Correction correction) {
    var now = new Now(flag, Map.of(correction.field(), orEmpty(correction.value())));
    return new Flag(
        flag.type(),
        now.text(SENDER),
        orNone(now.text(RELATIONSHIP)),
        now.text(PRINCIPAL),
        PrincipalKind.valueOf(now.text(PRINCIPAL_KIND)),
        now.text(PRINCIPAL_COUNTRY),
        now.text(MARKET),
        flag.channel(),
        flag.ask(),
        orNone(now.text(LEGAL_BASIS)),
        flag.wantsToStayHidden(),
        orNone(now.text(AUDIENCE)),
        flag.politicalContent(),
        flag.paid(),
        flag.threat(),
        LocalDate.parse(now.text(RECEIVED_ON)),
        now.text(ITEMS).lines().toList(),
        now.text(REPLY_WANTED_BY).isEmpty() ? null : LocalDate.parse(now.text(REPLY_WANTED_BY)));
  }

  static @Nullable String orNone(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  private static String orEmpty(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private record Now(Flag flag, Map<String, String> corrected) {

    String text(Correctable field) {
      var value = corrected.get(field.field());
      return value == null ? field.of(flag) : value;
    }
  }
}
