package dev.candor.tasks.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseLine;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.pages.CasePages;
import dev.candor.cases.pages.Names;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.FindTasks.Query;
import dev.candor.tasks.FindTasks.Scope;
import dev.candor.tasks.HumanTask;
import dev.candor.web.Times;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the desk of one person together. */
@Component
class DeskPages {

  private final FindTasks find;
  private final CaseReading cases;
  private final CasePages casePages;
  private final HandPages hands;
  private final Names names;
  private final Clock clock;

  DeskPages(
      FindTasks find,
      CaseReading cases,
      CasePages casePages,
      HandPages hands,
      Names names,
      Clock clock) {
    this.find = find;
    this.cases = cases;
    this.casePages = casePages;
    this.hands = hands;
    this.names = names;
    this.clock = clock;
  }

  /**
   * @param asked null chooses: what they hold, or what their groups are offered when they hold
   *     nothing
   * @param inHand key of the task to open; null opens none
   */
  void fill(Model model, Person person, @Nullable Scope asked, @Nullable Long inHand) {
    if (inHand != null) {
      var found = find.get(person, inHand);
      var reference = new CaseReference(found.task().reference());
      model.addAttribute("hand", hands.page(found, person));
      model.addAttribute("c", casePages.page(person, reference));
    }
    var mine = find.find(person, Query.open(Scope.MINE));
    var group = find.find(person, Query.open(Scope.GROUP));
    var scope = asked != null ? asked : mine.total() > 0 ? Scope.MINE : Scope.GROUP;
    var shown = scope == Scope.MINE ? mine : group;
    var lines = lines(shown.items(), person, inHand);
    var scopes =
        List.of(
            scope(Scope.MINE, "Mine", mine.total(), scope),
            scope(Scope.GROUP, "My groups", group.total(), scope));
    var elsewhere = scopes.stream().filter(other -> !other.here() && other.count() > 0).findFirst();
    model.addAttribute(
        "desk",
        new DeskPage(
            code(scope),
            scopes,
            lines,
            scope == Scope.MINE ? "Nothing in hand" : "Nothing to do",
            scope == Scope.MINE
                ? "A task appears here when you claim one."
                : "A task appears here when a case comes to one of your groups.",
            lines.isEmpty() ? elsewhere.orElse(null) : null,
            lines.stream().filter(line -> !line.current()).findFirst().orElse(null)));
  }

  private List<DeskPage.Line> lines(List<HumanTask> tasks, Person person, @Nullable Long inHand) {
    Map<String, CaseLine> known =
        tasks.isEmpty()
            ? Map.of()
            : cases.list(person, CaseFilter.everything(0, CaseFilter.LARGEST_PAGE)).items().stream()
                .collect(Collectors.toMap(CaseLine::reference, Function.identity()));
    return tasks.stream()
        .map(task -> line(task, known.get(task.reference()), person, inHand))
        .toList();
  }

  private DeskPage.Line line(
      HumanTask task, @Nullable CaseLine about, Person person, @Nullable Long inHand) {
    var dueAt = task.dueAt();
    var assignee = task.assignee();
    return new DeskPage.Line(
        Long.toString(task.key()),
        task.name(),
        task.reference(),
        about == null ? null : about.type().name(),
        about == null || about.severity() == null ? null : about.severity().name(),
        dueAt == null ? null : Times.due(dueAt, clock.instant(), person.zone()),
        assignee == null || task.isHeldBy(person)
            ? null
            : "Held by " + names.person(assignee.value()),
        inHand != null && inHand == task.key());
  }

  private static DeskPage.Scope scope(Scope scope, String label, long count, Scope shown) {
    return new DeskPage.Scope(code(scope), label, count, scope == shown);
  }

  private static String code(Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
