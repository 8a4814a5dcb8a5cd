package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.Alongside;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseTasks;
import dev.candor.cases.CaseTasks.CaseTask;
import dev.candor.cases.CaseView;
import dev.candor.cases.CaseView.Decision;
import dev.candor.cases.CaseView.Handling;
import dev.candor.cases.CaseView.TimelineEntry;
import dev.candor.cases.Decider;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Outcome;
import dev.candor.cases.Severity;
import dev.candor.cases.UnknownCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts one case together as far as a sight goes. */
@Component
class CaseViews {

  private static final Set<String> SEEN_BY_FLAGGER =
      Set.of("FLAGGED", "TRIAGED", "DECIDED", "CLOSED", "WITHDRAWAL_ASKED", "WITHDRAWN");

  private final JdbcClient jdbc;
  private final Findings findings;
  private final Timeline timeline;
  private final AlongsideTheRoute alongside;
  private final Handlings handlings;
  private final ObjectProvider<CaseTasks> tasks;

  /**
   * @param tasks answered by a module that knows this one, and so is not there when this one is
   *     built alone
   */
  CaseViews(
      JdbcClient jdbc,
      Findings findings,
      Timeline timeline,
      AlongsideTheRoute alongside,
      Handlings handlings,
      ObjectProvider<CaseTasks> tasks) {
    this.jdbc = jdbc;
    this.findings = findings;
    this.timeline = timeline;
    this.alongside = alongside;
    this.handlings = handlings;
    this.tasks = tasks;
  }

  CaseView view(CaseReference reference, Sight sight, Person person) {
    return jdbc.sql("select * from cases where reference = ?")
        .param(reference.value())
        .query((row, number) -> view(row, reference, sight, person))
        .optional()
        .orElseThrow(UnknownCase::new);
  }

  private CaseView view(ResultSet row, CaseReference reference, Sight sight, Person person)
      throws SQLException {
    var content = sight.showsContent();
    var viewer = person.id();
    var flagged = FlagColumns.read(row);
    var state = CaseState.valueOf(row.getString("state"));
    var severity = row.getString("severity");
    var decider = row.getString("decider");
    var entries = timeline.of(reference);
    var handling =
        content
            ? handlings.of(
                reference,
                flagged,
                decider == null ? null : Decider.valueOf(decider),
                state == CaseState.IN_REVIEW && Timeline.awaitsAnswer(entries),
                person)
            : Handling.NOT_SHOWN;
    var flag = Corrections.applied(flagged, handling.corrections());
    var open = content ? tasksOn(reference) : List.<CaseTask>of();
    return new CaseView(
        reference.value(),
        sight,
        content && severity != null ? Severity.valueOf(severity) : null,
        content ? row.getString("desk") : null,
        flag,
        stage(state, open, handling),
        state,
        row.getString("flagger"),
        CaseFiles.instant(row, "flagged_at"),
        content && row.getBoolean("review_overdue"),
        row.getBoolean("withdrawal_asked"),
        content ? row.getObject("process_instance_key", Long.class) : null,
        content ? findings.recommendations(reference) : List.of(),
        content ? findings.decision(reference).orElse(null) : outcomeOnly(entries),
        handling,
        open,
        content ? entries : milestones(entries, viewer),
        content
            ? alongside.of(reference, person, viewer.value().equals(row.getString("flagger")))
            : Alongside.NOTHING);
  }

  private List<CaseTask> tasksOn(CaseReference reference) {
    var answering = tasks.getIfAvailable();
    return answering == null ? List.of() : answering.on(reference);
  }

  private static List<TimelineEntry> milestones(List<TimelineEntry> entries, PersonId viewer) {
    return entries.stream()
        .filter(entry -> SEEN_BY_FLAGGER.contains(entry.what()))
        .map(
            entry ->
                new TimelineEntry(
                    entry.at(),
                    viewer.value().equals(entry.who()) ? entry.who() : null,
                    entry.what(),
                    entry.what().equals("TRIAGED") ? null : entry.detail()))
        .toList();
  }

  private static @Nullable Decision outcomeOnly(List<TimelineEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.what().equals("DECIDED"))
        .map(
            entry ->
                new Decision(
                    Outcome.valueOf(entry.detail()),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    entry.at()))
        .findFirst()
        .orElse(null);
  }

  private static String stage(CaseState state, List<CaseTask> tasks, Handling handling) {
    var open =
        tasks.stream()
            .filter(task -> task.state().equals("CREATED") || task.state().equals("CLAIMED"))
            .map(CaseTask::name)
            .collect(Collectors.joining(", "));
    return open.isEmpty() ? StageWords.of(state, handling.awaitingAnswer()) : open;
  }
}
