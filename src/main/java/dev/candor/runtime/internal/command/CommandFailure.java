package dev.candor.runtime.internal.command;

/** The engine could not be asked, or nobody will hear its answer. */
public final class CommandFailure extends RuntimeException {

  /** What stood in the way. */
  public enum Kind {
    /** More is under way than the engine takes at once: try again shortly. */
    BUSY,
    /** The runtime is starting, stopping or stopped. */
    NOT_RUNNING,
    /** The engine's state was thrown away while the command was under way. */
    PURGED,
    /** The command is larger than a record may be. */
    TOO_LARGE,
    /** The log cannot be written: no command is taken until it can. */
    STORAGE
  }

  private final Kind kind;

  public CommandFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
