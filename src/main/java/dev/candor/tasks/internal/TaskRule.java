package dev.candor.tasks.internal;

import dev.candor.access.Person;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskRefusal;
import dev.candor.tasks.TaskRefusal.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A rule about who may have or finish a task. Answers why not; nothing when they may. */
@FunctionalInterface
interface TaskRule {

  TaskRule OFFERED_OR_HELD =
      attempt ->
          attempt.isTheirs()
              ? Optional.empty()
              : refuse(Kind.NOT_YOURS, "The task is offered to other groups");

  TaskRule NOT_RECUSED =
      attempt ->
          attempt.isRecused()
              ? refuse(
                  Kind.RECUSED,
                  "Whoever stepped out of a case does nothing on it any more (recusal)")
              : Optional.empty();

  TaskRule STILL_OPEN =
      attempt ->
          switch (attempt.task().state()) {
            case CREATED, CLAIMED -> Optional.empty();
            case COMPLETED -> refuse(Kind.DONE, "The task was completed" + by(attempt));
            case CANCELED ->
                refuse(Kind.DONE, "The task was canceled: the case went on without it");
          };

  TaskRule NOT_HELD_BY_ANOTHER =
      attempt ->
          attempt.task().assignee() == null || attempt.task().isHeldBy(attempt.person())
              ? Optional.empty()
              : refuse(Kind.HELD_BY_ANOTHER, "The task is held" + by(attempt));

  TaskRule HELD =
      attempt ->
          attempt.task().isHeldBy(attempt.person())
              ? Optional.empty()
              : refuse(Kind.NOT_CLAIMED, "The task must be claimed first");

  TaskRule FOUR_EYES =
      attempt ->
          attempt.breaksFourEyes()
              ? refuse(
                  Kind.FOUR_EYES,
                  "Whoever flagged or reviewed a case does not decide it (four eyes)")
              : Optional.empty();

  TaskRule OTHER_EYES =
      attempt ->
          attempt.sawItBefore()
              ? refuse(
                  Kind.FOUR_EYES,
                  "Whoever reviewed a case is not its second pair of eyes (four eyes)")
              : Optional.empty();

  TaskRule KNOWN =
      attempt ->
          attempt.sightOfTheCase() == Sight.CONTENT
              ? Optional.empty()
              : refuse(Kind.NOT_YOURS, "Whoever does not know the case is not let into it by this");

  TaskRule NOT_DELEGATED =
      attempt ->
          attempt.task().delegatedBy() == null
              ? Optional.empty()
              : refuse(
                  Kind.DELEGATED,
                  "The task was delegated: it goes back to " + attempt.task().delegatedBy());

  TaskRule OFFERED =
      attempt ->
          attempt.task().isOfferedTo(attempt.person())
              ? Optional.empty()
              : refuse(Kind.NOT_YOURS, "The task is offered to other groups");

  /** Nobody does by a stand-in what they must not do themselves. */
  TaskRule NO_MORE_THAN_WHO_IS_AWAY =
      attempt ->
          attempt.standsInForNobodyWhoMay()
              ? refuse(
                  Kind.FOUR_EYES,
                  "Whoever stands in for somebody may do no more than they may: they stepped out of"
                      + " the case, or flagged or reviewed it (four eyes)")
              : Optional.empty();

  TaskRule HELD_BY_WHO_IS_AWAY =
      attempt ->
          attempt.task().assignee() != null
                  && attempt.person().standsInFor(attempt.task().assignee())
              ? Optional.empty()
              : refuse(Kind.HELD_BY_ANOTHER, "The task is held" + by(attempt));

  List<TaskRule> CLAIMING =
      List.of(
          NOT_RECUSED,
          OFFERED_OR_HELD,
          STILL_OPEN,
          NOT_HELD_BY_ANOTHER,
          FOUR_EYES,
          OTHER_EYES,
          NO_MORE_THAN_WHO_IS_AWAY);

  /** Who stands in for the holder goes on with it. */
  List<TaskRule> TAKING_OVER =
      List.of(NOT_RECUSED, HELD_BY_WHO_IS_AWAY, STILL_OPEN, FOUR_EYES, OTHER_EYES);

  /** Who delegated a task takes it back from whoever holds it. */
  List<TaskRule> TAKING_BACK =
      List.of(NOT_RECUSED, KNOWN, STILL_OPEN, FOUR_EYES, OTHER_EYES, NO_MORE_THAN_WHO_IS_AWAY);

  List<TaskRule> ASSIGNING =
      List.of(NOT_RECUSED, OFFERED_OR_HELD, STILL_OPEN, NOT_HELD_BY_ANOTHER, NOT_DELEGATED);

  List<TaskRule> DELEGATING =
      List.of(NOT_RECUSED, OFFERED_OR_HELD, STILL_OPEN, NOT_HELD_BY_ANOTHER, HELD, NOT_DELEGATED);

  /** For whom it is assigned to. */
  List<TaskRule> RECEIVING =
      List.of(NOT_RECUSED, OFFERED, STILL_OPEN, FOUR_EYES, OTHER_EYES, NO_MORE_THAN_WHO_IS_AWAY);

  /** For whom it is delegated to: nobody learns of a case by it. */
  List<TaskRule> STEPPING_IN = TAKING_BACK;

  /** What no waiting and no giving back changes. */
  List<TaskRule> HAVING_NO_PART_IN_IT =
      List.of(NOT_RECUSED, FOUR_EYES, OTHER_EYES, NO_MORE_THAN_WHO_IS_AWAY);

  List<TaskRule> RELEASING = List.of(OFFERED_OR_HELD, STILL_OPEN, NOT_HELD_BY_ANOTHER);

  List<TaskRule> COMPLETING =
      List.of(
          NOT_RECUSED,
          OFFERED_OR_HELD,
          STILL_OPEN,
          NOT_HELD_BY_ANOTHER,
          HELD,
          FOUR_EYES,
          OTHER_EYES,
          NO_MORE_THAN_WHO_IS_AWAY);

  Optional<TaskRefusal> check(Attempt attempt);

  /** Of whoever claims it: they may be taking it back, or over. */
  static List<TaskRule> toClaim(HumanTask task, Person person) {
    if (task.wasDelegatedBy(person)) {
      return TAKING_BACK;
    }
    return task.isHeldByWhoIsAwayFor(person) ? TAKING_OVER : CLAIMING;
  }

  private static Optional<TaskRefusal> refuse(Kind kind, String reason) {
    return Optional.of(new TaskRefusal(kind, reason));
  }

  private static String by(Attempt attempt) {
    return attempt.task().assignee() == null
        ? ""
        : " by " + Objects.requireNonNull(attempt.task().assignee());
  }
}
