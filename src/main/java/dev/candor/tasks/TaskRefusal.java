package dev.candor.tasks;

/** A rule forbids it. */
public class TaskRefusal extends RuntimeException {

  private final Kind kind;
  private final String reason;

  public TaskRefusal(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
  }

  public Kind kind() {
    return kind;
  }

  /** A sentence for the person. */
  public String reason() {
    return reason;
  }

  /** Which rule. */
  public enum Kind {
    /** Neither held by them nor offered to one of their groups. */
    NOT_YOURS,
    /** They stepped out of the case. */
    RECUSED,
    /** Somebody else holds it. */
    HELD_BY_ANOTHER,
    /** Nobody holds it. */
    NOT_CLAIMED,
    /** It is completed or canceled. */
    DONE,
    /** The engine is still at work on it; it may be done in a moment. */
    BUSY,
    /** Who flagged or reviewed a case does not decide it. */
    FOUR_EYES,
    /** Whom it is to be given to cannot have it. */
    NOT_FOR_THEM,
    /** It was delegated, and goes back to who did that. */
    DELEGATED,
    /** The engine, or a listener, said no. */
    REFUSED_BY_ENGINE
  }
}
