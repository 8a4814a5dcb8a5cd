package dev.candor.tasks.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.HandOver;
import dev.candor.process.ProcessPictures;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.Submissions.Submission;
import dev.candor.tasks.TaskLifecycle;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.internal.TaskTable.Locked;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the engine's tasks and applies the rules to every client of the engine. Each method locks
 * the task's row, so that a job delivered twice finds what the first delivery did.
 */
@Component
class ListenedTasks implements TaskLifecycle {

  private final TaskTable tasks;
  private final SubmissionTable submissions;
  private final Rules rules;
  private final People people;
  private final CaseRegister register;
  private final ProcessPictures pictures;
  private final NobodyLeft nobodyLeft;
  private final HandOverTable handOvers;
  private final HandOverNews handOverNews;

  ListenedTasks(
      TaskTable tasks,
      SubmissionTable submissions,
      Rules rules,
      People people,
      CaseRegister register,
      ProcessPictures pictures,
      NobodyLeft nobodyLeft,
      HandOverTable handOvers,
      HandOverNews handOverNews) {
    this.tasks = tasks;
    this.submissions = submissions;
    this.rules = rules;
    this.people = people;
    this.register = register;
    this.pictures = pictures;
    this.nobodyLeft = nobodyLeft;
    this.handOvers = handOvers;
    this.handOverNews = handOverNews;
  }

  @Override
  @Transactional
  public void offered(OfferedTask task) {
    var added = tasks.add(task, pictures.elementName(task.processDefinitionKey(), task.element()));
    register.admit(
        new CaseReference(task.reference()), new LinkedHashSet<>(task.candidateGroups()));
    added.or(() -> tasks.find(task.userTaskKey())).ifPresent(nobodyLeft::tellOf);
  }

  @Override
  @Transactional
  public Optional<String> assigning(long userTaskKey, @Nullable PersonId assignee) {
    var locked = tasks.lockWithItsCase(userTaskKey);
    if (locked.isEmpty()) {
      return Optional.of(Denials.UNKNOWN_TASK);
    }
    if (assignee == null) {
      released(locked.get());
      return Optional.empty();
    }
    return people
        .find(assignee)
        .map(person -> assigning(locked.get(), person))
        .orElse(Optional.of(Denials.UNKNOWN_PERSON));
  }

  @Override
  @Transactional
  public Optional<String> completing(
      long userTaskKey, @Nullable PersonId assignee, @Nullable String submission) {
    var locked = tasks.lock(userTaskKey);
    if (locked.isEmpty()) {
      return Optional.of(Denials.UNKNOWN_TASK);
    }
    var task = locked.get().task();
    var person = Optional.ofNullable(assignee).flatMap(people::find);
    if (person.isEmpty()) {
      return Optional.of(assignee == null ? Denials.NOT_CLAIMED : Denials.UNKNOWN_PERSON);
    }
    var entered = entered(task, person.get(), submission);
    if (entered.isEmpty()) {
      return Optional.of(Denials.NOTHING_ENTERED);
    }
    if (task.state() == HumanTask.State.COMPLETED) {
      return alreadyAccepted(userTaskKey, entered.get());
    }
    var refusal =
        rules.attempt(task, locked.get().recused(), person.get()).broken(TaskRule.COMPLETING);
    if (refusal.isEmpty()) {
      submissions.accept(entered.get());
      tasks.ended(userTaskKey, HumanTask.State.COMPLETED);
    }
    return refusal.map(TaskRefusal::reason);
  }

  @Override
  @Transactional
  public void completedUnasked(long userTaskKey) {
    tasks.lock(userTaskKey);
    if (submissions.accepted(userTaskKey).isEmpty()) {
      submissions.lastPending(userTaskKey).ifPresent(submissions::accept);
    }
    tasks.ended(userTaskKey, HumanTask.State.COMPLETED);
  }

  @Override
  @Transactional
  public void canceled(long userTaskKey) {
    tasks.ended(userTaskKey, HumanTask.State.CANCELED);
    submissions.discardPending(userTaskKey);
  }

  private Optional<String> assigning(Locked locked, Person person) {
    var task = locked.task();
    var asked = asked(locked);
    var agreed = asked.filter(handOver -> handOver.isFor(task, person.id()));
    var refusal =
        rules
            .attempt(task, locked.recused(), person)
            .broken(agreed.map(AgreedHandOver::rules).orElse(TaskRule.CLAIMING));
    if (refusal.isEmpty() && !task.isHeldBy(person)) {
      tasks.claimed(task.key(), person.id(), agreed.map(AgreedHandOver::delegatedBy).orElse(null));
      asked.ifPresent(handOver -> handOvers.forget(task.key()));
      register.join(new CaseReference(task.reference()), person.id());
      agreed.ifPresent(handOver -> handOverNews.tell(task, handOver));
    }
    if (refusal.isPresent()) {
      nobodyLeft.tellOf(task);
    }
    return refusal.map(TaskRefusal::reason);
  }

  private void released(Locked locked) {
    var task = locked.task();
    var asked = asked(locked);
    var lapsed =
        Optional.ofNullable(task.assignee())
            .flatMap(holder -> asked.filter(handOver -> handOver.isFor(task, holder)))
            .filter(agreed -> agreed.how() == HandOver.CLAIM_LAPSED);
    tasks.released(task.key());
    asked.ifPresent(handOver -> handOvers.forget(task.key()));
    lapsed.ifPresent(
        agreed -> {
          handOverNews.tell(task, agreed);
          handOverNews.offeredAgain(
              task, "task-%d-lapsed-at-%d".formatted(task.key(), agreed.askedAt().toEpochMilli()));
        });
  }

  private Optional<AgreedHandOver> asked(Locked locked) {
    return locked.isHandOverAsked() ? handOvers.find(locked.task().key()) : Optional.empty();
  }

  private Optional<Submission> entered(HumanTask task, Person person, @Nullable String submission) {
    return Optional.ofNullable(submission)
        .flatMap(ListenedTasks::id)
        .flatMap(submissions::find)
        .filter(found -> found.userTaskKey() == task.key() && found.by().equals(person.id()));
  }

  private Optional<String> alreadyAccepted(long userTaskKey, Submission entered) {
    return submissions
            .accepted(userTaskKey)
            .filter(accepted -> accepted.id().equals(entered.id()))
            .isPresent()
        ? Optional.empty()
        : Optional.of(Denials.DONE);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
