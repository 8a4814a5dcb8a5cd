package dev.candor.tasks.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseLine;
import dev.candor.cases.pages.Names;
import dev.candor.tasks.FindTasks.Action;
import dev.candor.tasks.FindTasks.TaskWithForm;
import dev.candor.tasks.HandOverTask;
import dev.candor.tasks.HandOverTask.Colleagues;
import dev.candor.tasks.HumanTask;
import dev.candor.web.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the task in hand into words: who has it, what can be done, what that means. */
@Component
class HandPages {

  private final Names names;
  private final DeskWords words;
  private final TaskDue due;
  private final HandOverTask handOver;

  HandPages(Names names, DeskWords words, TaskDue due, HandOverTask handOver) {
    this.handOver = handOver;
    this.names = names;
    this.words = words;
    this.due = due;
  }

  TaskInHand page(TaskWithForm found, @Nullable CaseLine about, Person person) {
    var task = found.task();
    var mine = task.isHeldBy(person);
    var mayFill = found.actions().contains(Action.COMPLETE);
    return new TaskInHand(
        Long.toString(task.key()),
        task.reference(),
        task.name(),
        due.of(task, about, person),
        holder(task, person) + refusal(found, mayFill),
        found.actions().contains(Action.CLAIM),
        claim(task, person),
        found.actions().contains(Action.RELEASE),
        task.delegatedBy() == null ? "Release it" : "Give it back",
        receivers(handOver.colleagues(person, task)),
        found.actions().contains(Action.DELEGATE),
        mayFill,
        !task.isOpen(),
        mine && task.state() == HumanTask.State.COMPLETED,
        words.ofElement("complete.", task.element()),
        words.ofElement("consequence.", task.element()));
  }

  private static String claim(HumanTask task, Person person) {
    if (task.wasDelegatedBy(person)) {
      return "Take it back";
    }
    return task.isHeldByWhoIsAwayFor(person) ? "Take it over" : "Claim it";
  }

  private static List<TaskInHand.Receivers> receivers(Colleagues colleagues) {
    return Stream.of(
            receivers("Offered to them too", colleagues.ofTheGroup()),
            receivers("Know the case: can be delegated to", colleagues.others()))
        .filter(some -> !some.people().isEmpty())
        .toList();
  }

  private static TaskInHand.Receivers receivers(String label, List<Person> people) {
    return new TaskInHand.Receivers(
        label,
        people.stream().map(one -> new TaskInHand.Receiver(one.id().value(), one.name())).toList());
  }

  private String holder(HumanTask task, Person person) {
    var who = task.assignee() == null ? "Somebody" : names.person(task.assignee().value());
    return switch (task.state()) {
      case CREATED -> "Nobody has it yet. Offered to " + names.groups(task.candidateGroups()) + ".";
      case CLAIMED ->
          task.isHeldBy(person)
              ? "You have it." + delegated(task)
              : who + " has it" + at(" since ", task.claimedAt(), person) + "." + delegated(task);
      case COMPLETED ->
          (task.isHeldBy(person) ? "You" : who)
              + " completed it"
              + at(" on ", task.endedAt(), person)
              + ". The case moves on.";
      case CANCELED ->
          "It is gone" + at(" since ", task.endedAt(), person) + ": the case went another way.";
    };
  }

  private String delegated(HumanTask task) {
    return task.delegatedBy() == null
        ? ""
        : " Delegated by "
            + names.person(task.delegatedBy().value())
            + ", to whom it goes back unless it is completed.";
  }

  private static String refusal(TaskWithForm found, boolean mayFill) {
    var reason = found.refusal();
    var heldByAnother = found.task().state() == HumanTask.State.CLAIMED && !mayFill;
    if (reason == null || !found.task().isOpen() || heldByAnother) {
      return "";
    }
    return " " + reason + (reason.endsWith(".") ? "" : ".");
  }

  private static String at(String before, @Nullable Instant at, Person person) {
    return at == null ? "" : before + Times.moment(at, person.zone()).text();
  }
}
