package dev.candor.tasks.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.HandOver;
import dev.candor.tasks.HumanTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked at the desk, for the listener to find when the engine comes to it.
 *
 * @param askedBy null when the service itself did
 * @param from who holds the task; null when nobody does
 */
record AgreedHandOver(
    long userTaskKey,
    HandOver how,
    @Nullable PersonId from,
    PersonId to,
    @Nullable PersonId askedBy,
    Instant askedAt) {

  /** Whether it was asked for the task as it is held now, to this person. */
  boolean isFor(HumanTask task, PersonId person) {
    return to.equals(person) && Objects.equals(from, task.assignee());
  }

  /** What whoever gets the task has to stand up to. */
  List<TaskRule> rules() {
    return switch (how) {
      case TASK_HANDED_OVER -> TaskRule.RECEIVING;
      case TASK_DELEGATED -> TaskRule.STEPPING_IN;
      case TASK_GIVEN_BACK, TASK_TAKEN_BACK -> TaskRule.TAKING_BACK;
      case TASK_TAKEN_OVER -> TaskRule.TAKING_OVER;
      case CLAIM_LAPSED -> TaskRule.CLAIMING;
    };
  }

  /** To whom it goes back from its new holder; null when it is theirs. */
  @Nullable PersonId delegatedBy() {
    return how == HandOver.TASK_DELEGATED ? askedBy : null;
  }
}
