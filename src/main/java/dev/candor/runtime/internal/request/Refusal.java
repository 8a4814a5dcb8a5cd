package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.CommandAnswer.Rejected;
import dev.candor.runtime.internal.command.CommandFailure;
import io.camunda.zeebe.protocol.record.RejectionType;

/** A request that is not carried out, and why; each door says it in its own protocol. */
public final class Refusal extends RuntimeException {

  /** What kind of trouble it is. */
  public enum Reason {
    INVALID_ARGUMENT,
    NOT_FOUND,
    INVALID_STATE,
    ALREADY_EXISTS,
    UNAUTHORIZED,
    FORBIDDEN,
    /** More than fits into a record of the engine. */
    CONTENT_TOO_LARGE,
    /** Too much is under way, or the log cannot be written: try again. */
    RESOURCE_EXHAUSTED,
    /** The runtime is starting or stopping, or the engine was replaced. */
    UNAVAILABLE,
    DEADLINE_EXCEEDED,
    NOT_IMPLEMENTED,
    /** The engine failed. */
    INTERNAL
  }

  private final Reason reason;
  private final String title;

  public Refusal(Reason reason, String detail) {
    this(reason, reason.name(), detail);
  }

  private Refusal(Reason reason, String title, String detail) {
    super(detail);
    this.reason = reason;
    this.title = title;
  }

  public static Refusal invalid(String detail) {
    return new Refusal(Reason.INVALID_ARGUMENT, detail);
  }

  static Refusal of(Rejected rejected) {
    Reason reason =
        switch (rejected.type()) {
          case NOT_FOUND -> Reason.NOT_FOUND;
          case INVALID_ARGUMENT -> Reason.INVALID_ARGUMENT;
          case INVALID_STATE -> Reason.INVALID_STATE;
          case ALREADY_EXISTS -> Reason.ALREADY_EXISTS;
          case UNAUTHORIZED -> Reason.UNAUTHORIZED;
          case FORBIDDEN -> Reason.FORBIDDEN;
          case EXCEEDED_BATCH_RECORD_SIZE -> Reason.CONTENT_TOO_LARGE;
          case PROCESSING_ERROR, SBE_UNKNOWN, NULL_VAL -> Reason.INTERNAL;
        };
    return new Refusal(
        reason,
        rejected.type().name(),
        "Command '%s' rejected with code '%s': %s"
            .formatted(rejected.intent().name(), rejected.type().name(), why(rejected)));
  }

  private static String why(Rejected rejected) {
    return rejected.type() == RejectionType.EXCEEDED_BATCH_RECORD_SIZE
        ? "What the engine has to write for it is larger than a record may be"
        : rejected.reason();
  }

  static Refusal of(CommandFailure failure) {
    Reason reason =
        switch (failure.kind()) {
          case BUSY, STORAGE -> Reason.RESOURCE_EXHAUSTED;
          case NOT_RUNNING, PURGED -> Reason.UNAVAILABLE;
          case TOO_LARGE -> Reason.CONTENT_TOO_LARGE;
        };
    return new Refusal(reason, failure.getMessage());
  }

  public Reason reason() {
    return reason;
  }

  /** The engine's own name for it where the engine refused, else the reason's. */
  public String title() {
    return title;
  }
}
