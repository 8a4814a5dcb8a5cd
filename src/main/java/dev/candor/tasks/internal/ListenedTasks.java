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
  private final DraftTable drafts;
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
      DraftTable drafts,
      Rules rules,
      People people,
      CaseRegister register,
      ProcessPictures pictures,
      NobodyLeft nobodyLeft,
      HandOverTable handOvers,
      HandOverNews handOverNews) {
    this.tasks = tasks;
    this.submissions = submissions;
    this.drafts = drafts;
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
    var task = tasks.lock(userTaskKey);
    if (task.isEmpty()) {
      return Optional.of(Denials.UNKNOWN_TASK);
    }
    if (assignee == null) {
      released(task.get());
      return Optional.empty();
    }
    var person = people.find(assignee);
    if (person.isEmpty()) {
      return Optional.of(Denials.UNKNOWN_PERSON);
    }
    var asked = handOvers.find(userTaskKey);
    var agreed = asked.filter(handOver -> handOver.isFor(task.get(), assignee));
    var refusal =
        rules.broken(
            agreed.map(AgreedHandOver::rules).orElse(TaskRule.CLAIMING), task.get(), person.get());
    if (refusal.isEmpty() && !task.get().isHeldBy(person.get())) {
      tasks.claimed(userTaskKey, assignee, agreed.map(AgreedHandOver::delegatedBy).orElse(null));
      asked.ifPresent(handOver -> handOvers.forget(userTaskKey));
      register.join(new CaseReference(task.get().reference()), assignee);
      agreed.ifPresent(handOver -> handOverNews.tell(task.get(), handOver));
    }
    if (refusal.isPresent()) {
      nobodyLeft.tellOf(task.get());
    }
    return refusal.map(TaskRefusal::reason);
  }

  @Override
  @Transactional
  public Optional<String> completing(
      long userTaskKey, @Nullable PersonId assignee, @Nullable String submission) {
    var task = tasks.lock(userTaskKey);
    if (task.isEmpty()) {
      return Optional.of(Denials.UNKNOWN_TASK);
    }
    var person = Optional.ofNullable(assignee).flatMap(people::find);
    if (person.isEmpty()) {
      return Optional.of(assignee == null ? Denials.NOT_CLAIMED : Denials.UNKNOWN_PERSON);
    }
    var entered = entered(task.get(), person.get(), submission);
    if (entered.isEmpty()) {
      return Optional.of(Denials.NOTHING_ENTERED);
    }
    if (task.get().state() == HumanTask.State.COMPLETED) {
      return alreadyAccepted(userTaskKey, entered.get());
    }
    var refusal = rules.broken(TaskRule.COMPLETING, task.get(), person.get());
    if (refusal.isEmpty()) {
      submissions.accept(entered.get());
      drafts.discard(userTaskKey);
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
    drafts.discard(userTaskKey);
    tasks.ended(userTaskKey, HumanTask.State.COMPLETED);
  }

  @Override
  @Transactional
  public void canceled(long userTaskKey) {
    tasks.ended(userTaskKey, HumanTask.State.CANCELED);
    submissions.discardPending(userTaskKey);
    drafts.discard(userTaskKey);
  }

  private void released(HumanTask task) {
    var lapsed =
        Optional.ofNullable(task.assignee())
            .flatMap(
                holder -> handOvers.find(task.key()).filter(asked -> asked.isFor(task, holder)))
            .filter(agreed -> agreed.how() == HandOver.CLAIM_LAPSED);
    tasks.released(task.key());
    handOvers.forget(task.key());
    lapsed.ifPresent(
        agreed -> {
          handOverNews.tell(task, agreed);
          handOverNews.offeredAgain(
              task, "task-%d-lapsed-at-%d".formatted(task.key(), agreed.askedAt().toEpochMilli()));
        });
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
