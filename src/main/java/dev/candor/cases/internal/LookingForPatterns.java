package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.AskedBefore;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Outcome;
import dev.candor.cases.UnknownCase;
import dev.candor.database.Plans;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Under row-level security as the person who looks, whose content keys decide once more. */
@Component
class LookingForPatterns implements AskedBefore {

  private static final String AROUND =
      """
      with the_case as materialized (
          select reference, lower(principal_now) as principal, flagged_at
          from cases where reference = :reference),
        worded as materialized (select reference, words from known_in_like_words(:reference)),
        named as materialized (select reference, items from known_naming_the_same(:reference)),
        near as (
          select reference from worded
          union select reference from named
          union select reference from known_with_words(lower(:principal)))
      select o.reference, coalesce(w.words, '{}') as words, coalesce(n.items, '{}') as items,
        lower(o.principal_now) = c.principal as same_principal,
        exists (select from decision d where d.reference = o.reference
                and d.at < c.flagged_at and d.outcome = any (:refusals::text[])) as refused_before
      from the_case c join cases o on o.reference <> c.reference
        left join worded w on w.reference = o.reference
        left join named n on n.reference = o.reference
      where o.reference = any (array(select reference from near))
        and (w.reference is not null or n.reference is not null or lower(o.principal_now) = c.principal)
        and exists (select from case_access a
                    where a.reference = o.reference and a.who = any (acting_keys()))
      order by o.flagged_at desc, o.reference desc
      limit :most
      """;

  private final JdbcClient jdbc;
  private final CaseFiles files;
  private final Corrections corrections;
  private final CaseReading reading;
  private final OwnSight own;
  private final LedgerNotes ledger;

  LookingForPatterns(
      JdbcClient jdbc,
      CaseFiles files,
      Corrections corrections,
      CaseReading reading,
      OwnSight own,
      LedgerNotes ledger) {
    this.jdbc = jdbc;
    this.files = files;
    this.corrections = corrections;
    this.reading = reading;
    this.own = own;
    this.ledger = ledger;
  }

  @Override
  @Transactional
  public Pattern around(Person person, CaseReference reference) {
    var sight = own.of(person, reference);
    if (!sight.showsContent()) {
      throw new UnknownCase();
    }
    ledger.read(reference, person.id(), sight);
    var near = near(reference);
    var listed = near.subList(0, Math.min(near.size(), MOST));
    var asked = lined(person, listed);
    return new Pattern(
        reference.value(),
        desks(reference, asked),
        (int) asked.stream().filter(Asked::refusedBefore).count(),
        near.size() > MOST,
        asked);
  }

  private List<Near> near(CaseReference reference) {
    var flag = files.flag(reference).orElseThrow(UnknownCase::new);
    var principal = corrections.stands(reference, flag).principal();
    return Plans.madeForValues(
        jdbc,
        () ->
            jdbc.sql(AROUND)
                .param("reference", reference.value())
                .param("principal", KnownCases.containing(principal))
                .param("refusals", Outcome.refusals())
                .param("most", MOST + 1)
                .query(
                    (row, number) ->
                        new Near(
                            new CaseReference(row.getString("reference")),
                            row.getBoolean("same_principal"),
                            List.of((String[]) row.getArray("words").getArray()),
                            List.of((String[]) row.getArray("items").getArray()),
                            row.getBoolean("refused_before")))
                .list());
  }

  private List<Asked> lined(Person person, List<Near> near) {
    var lines = reading.lines(person, near.stream().map(Near::reference).toList());
    return near.stream()
        .filter(other -> lines.containsKey(other.reference().value()))
        .map(
            other ->
                new Asked(
                    Objects.requireNonNull(lines.get(other.reference().value())),
                    other.samePrincipal(),
                    other.words(),
                    other.items(),
                    other.refusedBefore()))
        .toList();
  }

  private int desks(CaseReference reference, List<Asked> asked) {
    var own = files.find(reference).orElseThrow(UnknownCase::new).desk();
    return (int)
        Stream.concat(Stream.ofNullable(own), asked.stream().map(other -> other.line().desk()))
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }

  private record Near(
      CaseReference reference,
      boolean samePrincipal,
      List<String> words,
      List<String> items,
      boolean refusedBefore) {}
}
