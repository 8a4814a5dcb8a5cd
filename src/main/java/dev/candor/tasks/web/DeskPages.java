package dev.candor.tasks.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Mentions;
import dev.candor.cases.Severity;
import dev.candor.cases.pages.AsideForm;
import dev.candor.cases.pages.CasePages;
import dev.candor.cases.pages.Names;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.FindTasks.Found;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.HumanTask;
import dev.candor.web.Times;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the desk of one person together. */
@Component
class DeskPages {

  /** How many tasks a page has. */
  private static final int TASKS = 50;

  /** How many cases are named in which somebody was mentioned. */
  private static final int MENTIONS = 5;

  private static final Map<Scope, String> LABELS =
      Map.of(Scope.MINE, "Mine", Scope.GROUP, "My groups", Scope.ALL, "All");

  private final FindTasks find;
  private final FilterPages filters;
  private final CaseReading cases;
  private final CasePages casePages;
  private final Mentions mentions;
  private final HandPages hands;
  private final Names names;
  private final TaskDue due;
  private final DeskWords words;
  private final Clock clock;

  DeskPages(
      FindTasks find,
      FilterPages filters,
      CaseReading cases,
      CasePages casePages,
      Mentions mentions,
      HandPages hands,
      Names names,
      TaskDue due,
      DeskWords words,
      Clock clock) {
    this.find = find;
    this.filters = filters;
    this.cases = cases;
    this.casePages = casePages;
    this.mentions = mentions;
    this.hands = hands;
    this.names = names;
    this.due = due;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param page counted from 0; beyond the last it is the last
   * @param inHand key of the task to open; null opens none
   */
  void fill(Model model, Person person, DeskQuery asked, int page, @Nullable Long inHand) {
    if (inHand != null) {
      var found = find.get(person, inHand);
      var reference = new CaseReference(found.task().reference());
      model.addAttribute("hand", hands.page(found, about(person, reference), person));
      model.addAttribute("back", asked.address(page, inHand));
      if (!model.containsAttribute("form")) {
        model.addAttribute("form", AsideForm.BLANK);
      }
      // No mention counts as read: the discussion may lie below what they look at.
      model.addAttribute("c", casePages.page(person, reference));
    }
    var shown = shown(person, asked, page);
    model.addAttribute("desk", desk(person, asked.in(shown.scope()), shown, inHand));
  }

  private Found shown(Person person, DeskQuery asked, int page) {
    var filter = asked.filter(clock.instant(), person.zone());
    var found = find.find(person, new Query(asked.scope(), filter, asked.order(), page, TASKS));
    if (!found.items().isEmpty() || page == 0) {
      return found;
    }
    var last = (int) Math.max(0, (found.total() - 1) / TASKS);
    return find.find(person, new Query(found.scope(), filter, asked.order(), last, TASKS));
  }

  private @Nullable CaseLine about(Person person, CaseReference reference) {
    return cases.lines(person, Set.of(reference)).get(reference.value());
  }

  private DeskPage desk(Person person, DeskQuery query, Found shown, @Nullable Long inHand) {
    var page = shown.page();
    var lines = lines(shown, query, person, inHand);
    var scopes =
        Stream.of(Scope.values())
            .map(
                one ->
                    new DeskPage.Scope(
                        query.in(one).address(0, null),
                        LABELS.get(one),
                        shown.counts().of(one),
                        one == shown.scope()))
            .toList();
    var elsewhere = scopes.stream().filter(other -> !other.here() && other.count() > 0).findFirst();
    return new DeskPage(
        query.address(page, null),
        query.address(page, null).substring("/desk".length()),
        scopes,
        lines,
        paging(shown, query, inHand),
        filters.of(person, query, inHand),
        lines.isEmpty() ? empty(query) : null,
        lines.isEmpty() ? elsewhere.orElse(null) : null,
        person.lent().stream().map(lent -> names.person(lent.by().value())).toList(),
        mentionsOf(person),
        lines.stream().filter(line -> !line.current()).findFirst().orElse(null));
  }

  private DeskPage.Mentions mentionsOf(Person person) {
    var unread = mentions.unread(person);
    var shown = unread.stream().limit(MENTIONS).map(CaseReference::value).toList();
    return new DeskPage.Mentions(shown, unread.size() - shown.size());
  }

  private static DeskPage.Empty empty(DeskQuery query) {
    if (query.narrows()) {
      return new DeskPage.Empty(
          "No task fits", "Nothing in this list matches all that you ask for.");
    }
    return switch (Objects.requireNonNull(query.scope())) {
      case MINE -> new DeskPage.Empty("Nothing in hand", "A task appears here when you claim one.");
      case GROUP ->
          new DeskPage.Empty(
              "Nothing to do", "A task appears here when a case comes to one of your groups.");
      case ALL ->
          new DeskPage.Empty(
              "No open tasks", "The open tasks of every case that you may read appear here.");
    };
  }

  private static DeskPage.@Nullable Paging paging(
      Found shown, DeskQuery query, @Nullable Long inHand) {
    if (shown.total() <= TASKS) {
      return null;
    }
    var before = (long) shown.page() * TASKS;
    var to = before + shown.items().size();
    return new DeskPage.Paging(
        before + 1,
        to,
        shown.total(),
        shown.page() > 0 ? query.address(shown.page() - 1, inHand) : null,
        to < shown.total() ? query.address(shown.page() + 1, inHand) : null);
  }

  private List<DeskPage.Line> lines(
      Found shown, DeskQuery query, Person person, @Nullable Long inHand) {
    var references =
        shown.items().stream()
            .map(task -> new CaseReference(task.reference()))
            .collect(Collectors.toSet());
    var known = cases.lines(person, references);
    return shown.items().stream()
        .map(
            task ->
                line(
                    task,
                    known.get(task.reference()),
                    query.address(shown.page(), task.key()),
                    person,
                    inHand))
        .toList();
  }

  private DeskPage.Line line(
      HumanTask task,
      @Nullable CaseLine about,
      String address,
      Person person,
      @Nullable Long inHand) {
    var assignee = task.assignee();
    var dueBy = due.of(task, about, person);
    var since = Times.shortMoment(task.createdAt(), person.zone());
    return new DeskPage.Line(
        address,
        task.name(),
        task.reference(),
        about == null ? null : about(about, person),
        about == null || about.severity() == null ? null : gravity(about.severity()),
        dueBy == null ? null : dueBy.left(),
        dueBy == null ? null : dueBy.urgency(),
        since.iso(),
        since.text(),
        assignee == null || task.isHeldBy(person)
            ? null
            : "Held by " + names.person(assignee.value()),
        inHand != null && inHand == task.key());
  }

  /** With its desk for who has several of them on the list. */
  private String about(CaseLine about, Person person) {
    var type = words.of("type.", about.type());
    return about.desk() == null || FilterPages.worksForOneDesk(person)
        ? type
        : type + " · " + about.desk();
  }

  private DeskPage.Gravity gravity(Severity severity) {
    return new DeskPage.Gravity(
        severity.name(), "#severity-" + severity.name(), words.of("severity.", severity));
  }
}
