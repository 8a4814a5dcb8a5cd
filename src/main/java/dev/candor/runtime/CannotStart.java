package dev.candor.runtime;

/** Why the runtime does not start, and what to do about it. */
public abstract class CannotStart extends RuntimeException {

  private final String whatToDo;

  /**
   * @param why without a full stop at its end
   * @param whatToDo likewise
   */
  protected CannotStart(String why, String whatToDo) {
    super(why);
    this.whatToDo = whatToDo;
  }

  public String whatToDo() {
    return whatToDo;
  }
}
