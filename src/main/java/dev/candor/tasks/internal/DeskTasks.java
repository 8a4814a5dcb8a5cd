package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.FormBeginnings;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.Recusals;
import dev.candor.cases.UnknownCase;
import dev.candor.tasks.FindTasks;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.Submissions.Submission;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.UnknownTask;
import dev.candor.tasks.internal.DraftTable.Draft;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DeskTasks implements FindTasks {

  private final TaskLists lists;
  private final TaskTable tasks;
  private final SubmissionTable submissions;
  private final TaskForms forms;
  private final DraftTable drafts;
  private final Rules rules;
  private final NeedToKnow needToKnow;
  private final Recusals recusals;
  private final FormBeginnings beginnings;

  DeskTasks(
      TaskLists lists,
      TaskTable tasks,
      SubmissionTable submissions,
      TaskForms forms,
      DraftTable drafts,
      Rules rules,
      NeedToKnow needToKnow,
      Recusals recusals,
      FormBeginnings beginnings) {
    this.lists = lists;
    this.tasks = tasks;
    this.submissions = submissions;
    this.forms = forms;
    this.drafts = drafts;
    this.rules = rules;
    this.needToKnow = needToKnow;
    this.recusals = recusals;
    this.beginnings = beginnings;
  }

  @Override
  public Found find(Person person, Query query) {
    return lists.find(person, query, recusals.of(person.id()));
  }

  @Override
  public TaskWithForm get(Person person, long userTaskKey) {
    var task = known(person, userTaskKey);
    if (!isTheirs(person, task) && sight(person, task) != Sight.CONTENT) {
      throw new TaskRefusal(TaskRefusal.Kind.NOT_YOURS, "The task is offered to other groups");
    }
    if (task.isHeldBy(person)) {
      attend(task);
    }
    var draft =
        task.isOpen() && task.isHeldBy(person)
            ? drafts.find(task.key(), person.id())
            : Optional.<Draft>empty();
    return new TaskWithForm(
        task,
        forms.schema(task).orElse(null),
        draft.map(Draft::values).orElseGet(() -> data(task)),
        draft.map(Draft::saved).orElse(null),
        actions(person, task),
        rules
            .broken(
                task.isHeldBy(person) ? TaskRule.COMPLETING : TaskRule.toClaim(task, person),
                task,
                person)
            .map(TaskRefusal::reason)
            .orElse(null));
  }

  /**
   * @throws UnknownTask also when this person may not know of it
   */
  @Transactional(readOnly = true)
  HumanTask known(Person person, long userTaskKey) {
    return tasks
        .find(userTaskKey)
        .filter(task -> !recusals.isRecused(person.id(), new CaseReference(task.reference())))
        .filter(task -> isTheirs(person, task) || sight(person, task) != Sight.NONE)
        .orElseThrow(UnknownTask::new);
  }

  /** Its holder looked after it. */
  void attend(HumanTask task) {
    Acting.asServiceOn(
        "attend",
        task.reference(),
        () -> {
          tasks.attended(task.key());
          return task;
        });
  }

  private Map<String, Object> data(HumanTask task) {
    return task.isOpen()
        ? beginnings.of(new CaseReference(task.reference()), forms.of(task).fields().keySet())
        : submissions.accepted(task.key()).map(Submission::values).orElse(Map.of());
  }

  private Set<Action> actions(Person person, HumanTask task) {
    var actions = EnumSet.noneOf(Action.class);
    if (!task.isHeldBy(person)
        && rules.broken(TaskRule.toClaim(task, person), task, person).isEmpty()) {
      actions.add(Action.CLAIM);
    }
    if (task.isHeldBy(person) && task.isOpen()) {
      actions.add(Action.RELEASE);
    }
    if (rules.broken(TaskRule.ASSIGNING, task, person).isEmpty()) {
      actions.add(Action.ASSIGN);
    }
    if (rules.broken(TaskRule.DELEGATING, task, person).isEmpty()) {
      actions.add(Action.DELEGATE);
    }
    if (rules.broken(TaskRule.COMPLETING, task, person).isEmpty()) {
      actions.add(Action.COMPLETE);
    }
    return actions;
  }

  private static boolean isTheirs(Person person, HumanTask task) {
    return task.isHeldBy(person) || task.isOfferedTo(person);
  }

  private Sight sight(Person person, HumanTask task) {
    try {
      return needToKnow.of(person, new CaseReference(task.reference()));
    } catch (UnknownCase unknown) {
      return Sight.NONE;
    }
  }
}
