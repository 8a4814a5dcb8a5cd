package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.HandOver;
import dev.candor.process.HumanTasks;
import dev.candor.tasks.HandOverTask;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.TaskRefusal.Kind;
import dev.candor.web.InvalidInput;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives tasks to colleagues. What was asked for is written down before the engine is asked, and its
 * listener lets only that happen: no other client takes a task out of somebody's hands.
 */
@Component
class HandingOver implements HandOverTask {

  private final UnderRules underRules;
  private final Rules rules;
  private final HumanTasks engine;
  private final HandOverTable handOvers;
  private final TaskTable tasks;
  private final People people;
  private final CaseRegister register;

  HandingOver(
      UnderRules underRules,
      Rules rules,
      HumanTasks engine,
      HandOverTable handOvers,
      TaskTable tasks,
      People people,
      CaseRegister register) {
    this.underRules = underRules;
    this.rules = rules;
    this.engine = engine;
    this.handOvers = handOvers;
    this.tasks = tasks;
    this.people = people;
    this.register = register;
  }

  @Override
  public void assign(Person person, long userTaskKey, PersonId to) {
    var task = underRules.allowed(TaskRule.ASSIGNING, person, userTaskKey);
    give(HandOver.TASK_HANDED_OVER, TaskRule.ASSIGNING, person, task, to);
  }

  @Override
  public void delegate(Person person, long userTaskKey, PersonId to) {
    var task = underRules.allowed(TaskRule.DELEGATING, person, userTaskKey);
    give(HandOver.TASK_DELEGATED, TaskRule.DELEGATING, person, task, to);
  }

  @Override
  @Transactional(readOnly = true)
  public Colleagues colleagues(Person person, HumanTask task) {
    if (rules.broken(TaskRule.ASSIGNING, task, person).isPresent()) {
      return Colleagues.NONE;
    }
    var ofTheGroup = rules.allowed(TaskRule.RECEIVING, task, others(person, members(task)));
    var others =
        task.isHeldBy(person)
            ? rules.allowed(
                TaskRule.STEPPING_IN,
                task,
                others(person, whoHadToDoWith(task)).filter(other -> !ofTheGroup.contains(other)))
            : List.<Person>of();
    return new Colleagues(ofTheGroup, others);
  }

  /** Who delegated it takes it back, as the rules allow them. */
  void takeBack(Person person, HumanTask task) {
    hand(HandOver.TASK_TAKEN_BACK, TaskRule.TAKING_BACK, person, task, person.id());
  }

  /** Who stands in for its holder goes on with it, as the rules allow them. */
  void takeOver(Person person, HumanTask task) {
    hand(HandOver.TASK_TAKEN_OVER, TaskRule.TAKING_OVER, person, task, person.id());
  }

  /**
   * Gives what was delegated back to who did it.
   *
   * @return false when it was not delegated, or they must not have it any more
   */
  boolean goesBack(Person person, HumanTask task) {
    var owner = task.delegatedBy();
    if (owner == null
        || people
            .find(owner)
            .filter(found -> rules.broken(TaskRule.TAKING_BACK, task, found).isEmpty())
            .isEmpty()) {
      return false;
    }
    hand(HandOver.TASK_GIVEN_BACK, TaskRule.RELEASING, person, task, owner);
    return true;
  }

  private void give(
      HandOver how, List<TaskRule> wanted, Person person, HumanTask task, PersonId to) {
    var receiver =
        people
            .find(to)
            .orElseThrow(() -> new InvalidInput("person", "There is nobody of that name"));
    if (receiver.id().equals(person.id())) {
      throw new InvalidInput("person", "Must be somebody else");
    }
    rules
        .broken(
            how == HandOver.TASK_DELEGATED ? TaskRule.STEPPING_IN : TaskRule.RECEIVING,
            task,
            receiver)
        .ifPresent(
            refusal -> {
              throw new TaskRefusal(
                  Kind.NOT_FOR_THEM, receiver.name() + " cannot have it: " + refusal.reason());
            });
    hand(how, wanted, person, task, to);
  }

  private void hand(
      HandOver how, List<TaskRule> wanted, Person person, HumanTask task, PersonId to) {
    asService(task, () -> handOvers.ask(task, how, to, person.id()));
    try {
      underRules.asked(wanted, person, task, () -> engine.reassign(task.key(), to.value()));
    } catch (TaskRefusal refusal) {
      asService(task, () -> handOvers.forget(task.key()));
      throw refusal;
    }
  }

  private static void asService(HumanTask task, Runnable work) {
    Acting.asServiceOn(
        "hand-over",
        task.reference(),
        () -> {
          work.run();
          return task;
        });
  }

  private Stream<Person> members(HumanTask task) {
    return task.candidateGroups().stream().flatMap(group -> people.inGroup(group).stream());
  }

  /** Those of the groups that had or have a task of the case, and who took one. */
  private Stream<Person> whoHadToDoWith(HumanTask task) {
    var participants =
        register.parties(new CaseReference(task.reference())).participants().stream()
            .flatMap(id -> people.find(id).stream());
    return Stream.concat(participants, tasks.on(task.reference()).stream().flatMap(this::members));
  }

  private static Stream<Person> others(Person person, Stream<Person> all) {
    return all.filter(other -> !other.id().equals(person.id()))
        .distinct()
        .sorted(Comparator.comparing(Person::name));
  }
}
