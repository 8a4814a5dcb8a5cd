package dev.candor.tasks.internal;

/** Reasons that only a client other than the desk gets to read. */
final class Denials {

  static final String UNKNOWN_TASK = "The desk does not know this task";
  static final String UNKNOWN_PERSON = "The assignee is nobody we know";
  static final String NOT_CLAIMED = "The task must be claimed first";
  static final String NOTHING_ENTERED =
      "What was entered is not in the register: complete the task at the desk";
  static final String DONE = "The task is completed";

  private Denials() {}
}
