package dev.candor.runtime;

/** Why the runtime does not start, in one line that says what to do. */
public abstract class CannotStart extends RuntimeException {

  protected CannotStart(String whatToDo) {
    super(whatToDo);
  }
}
