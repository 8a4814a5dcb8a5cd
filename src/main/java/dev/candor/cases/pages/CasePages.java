package dev.candor.cases.pages;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.calendar.TimeLeft;
import dev.candor.cases.CaseMarks;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.CaseTasks.CaseTask;
import dev.candor.cases.CaseView;
import dev.candor.cases.DossierReaders;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a case into the words of the pages, as far as the person who looks may see it. */
@Component
public class CasePages {

  private static final Set<CaseState> OVER =
      Set.of(CaseState.DECIDED, CaseState.CLOSED, CaseState.WITHDRAWN);

  private final CaseReading reading;
  private final CaseMarks marks;
  private final Routes routes;
  private final CorrectionsPages corrections;
  private final HandlingPages handlings;
  private final Names names;
  private final AsidePages asides;
  private final FilesPages files;
  private final TimeLeft timeLeft;

  CasePages(
      CaseReading reading,
      CaseMarks marks,
      Routes routes,
      CorrectionsPages corrections,
      HandlingPages handlings,
      Names names,
      AsidePages asides,
      FilesPages files,
      TimeLeft timeLeft) {
    this.reading = reading;
    this.marks = marks;
    this.routes = routes;
    this.corrections = corrections;
    this.handlings = handlings;
    this.names = names;
    this.asides = asides;
    this.files = files;
    this.timeLeft = timeLeft;
  }

  /**
   * @throws dev.candor.cases.UnknownCase when there is none, or none that this person may know of
   */
  public CasePage page(Person person, CaseReference reference) {
    // The mark first: what changes in between is told of, rather than never.
    var mark = marks.of(person, reference).orElse(null);
    return page(person, reading.get(person, reference), mark);
  }

  /** Of a case that this person has just read. */
  CasePage page(Person person, CaseView view) {
    return page(person, view, null);
  }

  private CasePage page(Person person, CaseView view, @Nullable String mark) {
    var content = view.sight().showsContent();
    var part = view.sight() == Sight.CONTENT;
    var tasks = view.tasks().stream().map(task -> line(task, view, person)).toList();
    return new CasePage(
        view.reference(),
        mark,
        content,
        view.state().name(),
        view.severity() == null ? null : view.severity().name(),
        view.desk(),
        due(view, person),
        Standing.of(view),
        tasks.stream().filter(CasePage.TaskLine::open).findFirst().orElse(null),
        names.person(view.flagger()),
        RequestInWords.of(view.flag()),
        view.recommendations().stream().map(said -> opinion(said, person)).toList(),
        verdict(view.decision(), person),
        tasks,
        view.timeline().stream().map(entry -> entry(entry, person)).toList(),
        content ? routes.inWords(view.processInstanceKey()) : null,
        mayWithdraw(view, person),
        corrections.page(view, person),
        handlings.page(view, person),
        asides.page(view, person),
        files.page(new CaseReference(view.reference()), person, view.sight().hasAPart()),
        part && Dossiers.mayTake(person, DossierReaders.COUNSEL),
        part && Dossiers.mayTake(person, DossierReaders.PRESS));
  }

  private Times.@Nullable Due due(CaseView view, Person person) {
    var dates = new ArrayList<@Nullable Instant>();
    view.tasks().stream().filter(CasePages::isOpen).map(CaseTask::dueAt).forEach(dates::add);
    return dates.stream()
        .flatMap(Stream::ofNullable)
        .min(Comparator.naturalOrder())
        .map(at -> timeLeft.until(at, view.desk(), view.marketOfItsWay(), person.zone()))
        .orElse(null);
  }

  private CasePage.TaskLine line(CaseTask task, CaseView view, Person person) {
    var held = task.assignee() != null;
    var theirs =
        held
            ? person.id().value().equals(task.assignee())
            : task.candidateGroups().stream().anyMatch(person.groups()::contains);
    var dueAt = task.dueAt();
    return new CasePage.TaskLine(
        task.id(),
        task.name(),
        "task." + task.state(),
        held
            ? names.person(Objects.requireNonNull(task.assignee()))
            : names.groups(task.candidateGroups()),
        dueAt == null || !isOpen(task)
            ? null
            : timeLeft.until(dueAt, view.desk(), view.marketOfItsWay(), person.zone()),
        isOpen(task) && theirs);
  }

  private CasePage.Opinion opinion(CaseView.Recommendation said, Person person) {
    return new CasePage.Opinion(
        said.recommendation().name(),
        names.person(said.by()),
        names.group(said.role().name()),
        Times.moment(said.at(), person.zone()),
        said.rationale());
  }

  private CasePage.@Nullable Verdict verdict(CaseView.@Nullable Decision decision, Person person) {
    return decision == null
        ? null
        : new CasePage.Verdict(
            decision.outcome().name(),
            names.personOrNobody(decision.by()),
            Times.moment(decision.at(), person.zone()),
            decision.grounds().stream().map(CasePages::ground).toList(),
            decision.rationale(),
            decision.conditions(),
            decision.dissent(),
            decision.departure(),
            decision.policyDiscussion());
  }

  private static CasePage.Ground ground(CaseView.Ground ground) {
    return new CasePage.Ground(
        ground.code(),
        ground.version(),
        "%s, version %s, clause %s".formatted(ground.policy(), ground.version(), ground.clause()));
  }

  private CasePage.Entry entry(CaseView.TimelineEntry entry, Person person) {
    return new CasePage.Entry(
        Times.moment(entry.at(), person.zone()),
        "timeline." + entry.what(),
        Standing.detailKey(entry),
        whom(entry),
        names.personOrNobody(entry.who()));
  }

  private @Nullable String whom(CaseView.TimelineEntry entry) {
    var before = Standing.beforeAPerson(entry);
    return before == null ? null : before + names.personOrNobody(entry.detail());
  }

  private static boolean mayWithdraw(CaseView view, Person person) {
    return view.sight().hasAPart()
        && !OVER.contains(view.state())
        && !view.withdrawalAsked()
        && (view.flagger().equals(person.id().value())
            || Stream.of(Role.DESK, Role.DESK_HEAD, Role.COUNSEL).anyMatch(person::is));
  }

  private static boolean isOpen(CaseTask task) {
    return List.of("CREATED", "CLAIMED").contains(task.state());
  }
}
