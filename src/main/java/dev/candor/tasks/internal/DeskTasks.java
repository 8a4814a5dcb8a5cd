package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.FormBeginnings;
import dev.candor.cases.NeedToKnow.Sight;
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
  private final FormBeginnings beginnings;

  DeskTasks(
      TaskLists lists,
      TaskTable tasks,
      SubmissionTable submissions,
      TaskForms forms,
      DraftTable drafts,
      Rules rules,
      FormBeginnings beginnings) {
    this.lists = lists;
    this.tasks = tasks;
    this.submissions = submissions;
    this.forms = forms;
    this.drafts = drafts;
    this.rules = rules;
    this.beginnings = beginnings;
  }

  @Override
  public Found find(Person person, Query query) {
    return lists.find(person, query);
  }

  @Override
  public TaskWithForm get(Person person, long userTaskKey) {
    var attempt = attempt(person, userTaskKey);
    var task = attempt.task();
    if (!attempt.isTheirs() && attempt.sightOfTheCase() != Sight.CONTENT) {
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
        actions(attempt),
        attempt
            .broken(task.isHeldBy(person) ? TaskRule.COMPLETING : TaskRule.toClaim(task, person))
            .map(TaskRefusal::reason)
            .orElse(null));
  }

  @Override
  @Transactional(readOnly = true)
  public HumanTask known(Person person, long userTaskKey) {
    return attempt(person, userTaskKey).task();
  }

  /**
   * What this person wants with a task.
   *
   * @throws UnknownTask when there is none, or none this person may know of
   */
  @Transactional(readOnly = true)
  Attempt attempt(Person person, long userTaskKey) {
    return tasks
        .findWithRecused(userTaskKey)
        .map(found -> rules.attempt(found.task(), found.recused(), person))
        .filter(attempt -> !attempt.isRecused())
        .filter(attempt -> attempt.isTheirs() || attempt.sightOfTheCase() != Sight.NONE)
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

  private static Set<Action> actions(Attempt attempt) {
    var task = attempt.task();
    var person = attempt.person();
    var actions = EnumSet.noneOf(Action.class);
    if (!task.isHeldBy(person) && attempt.isAllowed(TaskRule.toClaim(task, person))) {
      actions.add(Action.CLAIM);
    }
    if (task.isHeldBy(person) && task.isOpen()) {
      actions.add(Action.RELEASE);
    }
    if (attempt.isAllowed(TaskRule.ASSIGNING)) {
      actions.add(Action.ASSIGN);
    }
    if (attempt.isAllowed(TaskRule.DELEGATING)) {
      actions.add(Action.DELEGATE);
    }
    if (attempt.isAllowed(TaskRule.COMPLETING)) {
      actions.add(Action.COMPLETE);
    }
    return actions;
  }
}
