package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Part;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Outcome;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.cases.Severity;
import dev.candor.cases.UnknownCase;
import dev.candor.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists by {@link KnownCases}, their lines by a query that asks once more; one case by {@link
 * CaseViews}.
 */
@Component
@Transactional(readOnly = true)
class Reading implements CaseReading {

  /**
   * Nothing of a case that this person may not know of leaves the database. The outcome is taken
   * from the timeline: the flagger does not see the decision. Without {@code offset 0} PostgreSQL
   * puts the rule into the statement twice, for the column and for the condition, each with all
   * policies of what it looks into (ADR 33).
   */
  private static final String KNOWN =
      """
      select * from (
        select c.*, known.sight, known.outcome from cases c cross join lateral %s known
         where c.reference = any(:references::text[]) offset 0) seen
       where sight is not null
      """
          .formatted(SightRule.SIGHT_AND_OUTCOME);

  private final JdbcClient jdbc;
  private final KnownCases known;
  private final LooserFilters looser;
  private final OwnSight own;
  private final CaseViews views;
  private final LedgerNotes ledger;
  private final References references;

  Reading(
      JdbcClient jdbc,
      KnownCases known,
      LooserFilters looser,
      OwnSight own,
      CaseViews views,
      LedgerNotes ledger,
      References references) {
    this.jdbc = jdbc;
    this.known = known;
    this.looser = looser;
    this.own = own;
    this.views = views;
    this.ledger = ledger;
    this.references = references;
  }

  @Override
  public Page<CaseLine> list(Person person, CaseFilter filter) {
    var found = known.find(person, filter);
    var lines = lines(person, found.page());
    var inOrder =
        found.page().stream()
            .map(reference -> lines.get(reference.value()))
            .filter(Objects::nonNull)
            .toList();
    return new Page<>(inOrder, found.total(), filter.page(), filter.size());
  }

  @Override
  public Set<Part> toLoosen(Person person, CaseFilter filter) {
    return looser.of(person, filter);
  }

  @Override
  public Map<String, CaseLine> lines(Person person, Collection<CaseReference> references) {
    if (references.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(KNOWN)
        .param("names", SightRule.allNames(person))
        .param("references", references.stream().map(CaseReference::value).toArray(String[]::new))
        .query((row, number) -> line(row))
        .stream()
        .collect(Collectors.toMap(CaseLine::reference, Function.identity()));
  }

  /** Nobody gets an answer that the ledger does not know of. */
  @Override
  @Transactional
  public CaseView get(Person person, CaseReference reference) {
    var sight = own.of(person, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    ledger.read(reference, person.id(), sight);
    return views.view(reference, sight, person);
  }

  @Override
  public boolean isEmpty() {
    return !references.wereEverGiven();
  }

  private static CaseLine line(ResultSet row) throws SQLException {
    var sight = Sight.valueOf(row.getString("sight"));
    var content = sight.showsContent();
    var severity = row.getString("severity");
    var outcome = row.getString("outcome");
    return new CaseLine(
        row.getString("reference"),
        RequestType.valueOf(row.getString("type")),
        CaseState.valueOf(row.getString("state")),
        sight,
        content && severity != null ? Severity.valueOf(severity) : null,
        content ? row.getString("desk") : null,
        row.getString(content ? "market_now" : "market"),
        row.getString(content ? "principal_now" : "principal"),
        PrincipalKind.valueOf(row.getString(content ? "principal_kind_now" : "principal_kind")),
        CaseFiles.instant(row, "flagged_at"),
        outcome == null ? null : Outcome.valueOf(outcome));
  }
}
