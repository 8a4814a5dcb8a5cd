package dev.candor.policy;

/** No clause of that code was in force on the day asked for. */
public class UnknownGround extends RuntimeException {

  public UnknownGround() {
    super("No such ground was in force on that day");
  }
}
