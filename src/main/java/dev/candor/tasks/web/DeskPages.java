package dev.candor.tasks.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.pages.CasePages;
import dev.candor.cases.pages.Names;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.FindTasks.Found;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.HumanTask;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the desk of one person together. */
@Component
class DeskPages {

  /** How many tasks a page has. */
  private static final int TASKS = 50;

  private final FindTasks find;
  private final CaseReading cases;
  private final CasePages casePages;
  private final HandPages hands;
  private final Names names;
  private final TaskDue due;

  DeskPages(
      FindTasks find,
      CaseReading cases,
      CasePages casePages,
      HandPages hands,
      Names names,
      TaskDue due) {
    this.find = find;
    this.cases = cases;
    this.casePages = casePages;
    this.hands = hands;
    this.names = names;
    this.due = due;
  }

  /**
   * @param asked null chooses: what they hold, or what their groups are offered when they hold
   *     nothing
   * @param page counted from 0; beyond the last it is the last
   * @param inHand key of the task to open; null opens none
   */
  void fill(Model model, Person person, @Nullable Scope asked, int page, @Nullable Long inHand) {
    if (inHand != null) {
      var found = find.get(person, inHand);
      var reference = new CaseReference(found.task().reference());
      model.addAttribute("hand", hands.page(found, about(person, reference), person));
      model.addAttribute("c", casePages.page(person, reference));
    }
    var mine = find.find(person, Query.open(Scope.MINE)).total();
    var group = find.find(person, Query.open(Scope.GROUP)).total();
    var scope = asked != null ? asked : mine > 0 ? Scope.MINE : Scope.GROUP;
    var scopes =
        List.of(
            scope(Scope.MINE, "Mine", mine, scope), scope(Scope.GROUP, "My groups", group, scope));
    model.addAttribute("desk", desk(person, scope, scopes, page, inHand));
  }

  private @Nullable CaseLine about(Person person, CaseReference reference) {
    return cases.lines(person, Set.of(reference)).stream().findFirst().orElse(null);
  }

  private DeskPage desk(
      Person person, Scope scope, List<DeskPage.Scope> scopes, int asked, @Nullable Long inHand) {
    var total = scopes.stream().filter(DeskPage.Scope::here).findFirst().orElseThrow().count();
    var last = (int) Math.max(0, (total - 1) / TASKS);
    var page = Math.min(asked, last);
    var shown = find.find(person, new Query(scope, null, null, null, page, TASKS));
    var lines = lines(shown, scope, person, inHand);
    var elsewhere = scopes.stream().filter(other -> !other.here() && other.count() > 0).findFirst();
    return new DeskPage(
        code(scope),
        address(scope, page, null),
        scopes,
        lines,
        paging(shown, scope, inHand),
        scope == Scope.MINE ? "Nothing in hand" : "Nothing to do",
        scope == Scope.MINE
            ? "A task appears here when you claim one."
            : "A task appears here when a case comes to one of your groups.",
        lines.isEmpty() ? elsewhere.orElse(null) : null,
        person.lent().stream().map(lent -> names.person(lent.by().value())).toList(),
        lines.stream().filter(line -> !line.current()).findFirst().orElse(null));
  }

  private static DeskPage.@Nullable Paging paging(Found shown, Scope scope, @Nullable Long inHand) {
    if (shown.total() <= TASKS) {
      return null;
    }
    var before = (long) shown.page() * TASKS;
    var to = before + shown.items().size();
    return new DeskPage.Paging(
        before + 1,
        to,
        shown.total(),
        shown.page() > 0 ? address(scope, shown.page() - 1, inHand) : null,
        to < shown.total() ? address(scope, shown.page() + 1, inHand) : null);
  }

  private List<DeskPage.Line> lines(
      Found shown, Scope scope, Person person, @Nullable Long inHand) {
    var references =
        shown.items().stream()
            .map(task -> new CaseReference(task.reference()))
            .collect(Collectors.toSet());
    var known =
        cases.lines(person, references).stream()
            .collect(Collectors.toMap(CaseLine::reference, Function.identity()));
    return shown.items().stream()
        .map(
            task ->
                line(
                    task,
                    known.get(task.reference()),
                    address(scope, shown.page(), task.key()),
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
    return new DeskPage.Line(
        Long.toString(task.key()),
        address,
        task.name(),
        task.reference(),
        about == null ? null : about.type().name(),
        about == null || about.severity() == null ? null : about.severity().name(),
        due.of(task, about, person),
        assignee == null || task.isHeldBy(person)
            ? null
            : "Held by " + names.person(assignee.value()),
        inHand != null && inHand == task.key());
  }

  /** Pages are counted from 1 in addresses, and the first is not named. */
  private static String address(Scope scope, int page, @Nullable Long inHand) {
    var place = (inHand == null ? "/desk" : "/desk/" + inHand) + "?scope=" + code(scope);
    return page == 0 ? place : place + "&page=" + (page + 1);
  }

  private static DeskPage.Scope scope(Scope scope, String label, long count, Scope shown) {
    return new DeskPage.Scope(code(scope), label, count, scope == shown);
  }

  private static String code(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
