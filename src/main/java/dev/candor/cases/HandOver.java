package dev.candor.cases;

/** How a task came into other hands than those of who took it. */
public enum HandOver {
  /** Given to a colleague of the group. */
  TASK_HANDED_OVER,
  /** Given for this once to somebody who knows the case; it comes back. */
  TASK_DELEGATED,
  /** Whom it was delegated to gave it back. */
  TASK_GIVEN_BACK,
  /** Who had delegated it took it back. */
  TASK_TAKEN_BACK,
  /** Who stands in for its holder goes on with it. */
  TASK_TAKEN_OVER,
  /** Nobody looked after it for too long: it is its groups' again. */
  CLAIM_LAPSED
}
