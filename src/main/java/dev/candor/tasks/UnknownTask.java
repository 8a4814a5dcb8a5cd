package dev.candor.tasks;

/** There is no such task, or none that this person may know of. */
public class UnknownTask extends RuntimeException {

  public UnknownTask() {
    super("There is no such task");
  }
}
