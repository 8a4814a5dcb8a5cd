package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseView;
import dev.candor.cases.NeedToKnow;
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
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists by one query that knows who may know what; one case by {@link CaseViews}. */
@Component
@Transactional(readOnly = true)
class Reading implements CaseReading {

  /**
   * Nothing of a case that this person may not know of leaves the database. The outcome is taken
   * from the timeline: the flagger does not see the decision.
   */
  private static final String KNOWN =
      """
      select s.*, (select e.detail from case_event e
                   where e.reference = s.reference and e.what = 'DECIDED') as outcome
      from (select c.*, %s as sight from cases c) s
      where s.sight is not null
      """
          .formatted(SightRule.SIGHT);

  /** What only content shows (desk, severity) must not be found out by filtering either. */
  private static final String LIST =
      KNOWN
          + """
        and (cast(:state as text) is null or s.state = :state)
        and (cast(:type as text) is null or s.type = :type)
        and (cast(:desk as text) is null or (s.sight = 'CONTENT' and s.desk = :desk))
        and (cast(:q as text) is null or s.reference ilike :q or s.principal ilike :q
             or s.sender ilike :q or s.ask ilike :q)
      order by s.flagged_at desc, s.reference desc
      """;

  private final JdbcClient jdbc;
  private final NeedToKnow needToKnow;
  private final CaseViews views;
  private final LedgerNotes ledger;
  private final References references;

  Reading(
      JdbcClient jdbc,
      NeedToKnow needToKnow,
      CaseViews views,
      LedgerNotes ledger,
      References references) {
    this.jdbc = jdbc;
    this.needToKnow = needToKnow;
    this.views = views;
    this.ledger = ledger;
    this.references = references;
  }

  @Override
  public Page<CaseLine> list(Person person, CaseFilter filter) {
    var parameters = new HashMap<String, @Nullable Object>(SightRule.parameters(person));
    parameters.put("state", filter.state() == null ? null : filter.state().name());
    parameters.put("type", filter.type() == null ? null : filter.type().name());
    parameters.put("desk", filter.desk());
    parameters.put("q", filter.q() == null || filter.q().isBlank() ? null : contains(filter.q()));
    var total =
        jdbc.sql("select count(*) from (" + LIST + ") found")
            .params(parameters)
            .query(Long.class)
            .single();
    var lines =
        jdbc.sql(LIST + " limit :size offset :offset")
            .params(parameters)
            .param("size", filter.size())
            .param("offset", (long) filter.page() * filter.size())
            .query((row, number) -> line(row))
            .list();
    return new Page<>(lines, total, filter.page(), filter.size());
  }

  @Override
  public List<CaseLine> lines(Person person, Collection<CaseReference> references) {
    return jdbc.sql(KNOWN + " and s.reference = any(:references::text[])")
        .params(SightRule.parameters(person))
        .param("references", references.stream().map(CaseReference::value).toArray(String[]::new))
        .query((row, number) -> line(row))
        .list();
  }

  /** Nobody gets an answer that the ledger does not know of. */
  @Override
  @Transactional
  public CaseView get(Person person, CaseReference reference) {
    var sight = needToKnow.of(person, reference);
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

  private static String contains(String words) {
    var literal = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + literal + "%";
  }

  private static CaseLine line(ResultSet row) throws SQLException {
    var sight = Sight.valueOf(row.getString("sight"));
    var content = sight == Sight.CONTENT;
    var severity = row.getString("severity");
    var outcome = row.getString("outcome");
    return new CaseLine(
        row.getString("reference"),
        RequestType.valueOf(row.getString("type")),
        CaseState.valueOf(row.getString("state")),
        sight,
        content && severity != null ? Severity.valueOf(severity) : null,
        content ? row.getString("desk") : null,
        row.getString("market"),
        row.getString("principal"),
        PrincipalKind.valueOf(row.getString("principal_kind")),
        CaseFiles.instant(row, "flagged_at"),
        outcome == null ? null : Outcome.valueOf(outcome));
  }
}
