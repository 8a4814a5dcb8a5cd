package dev.candor.cases;

/** There is no case with this reference, or none that this person may know of. */
public class UnknownCase extends RuntimeException {

  public UnknownCase() {
    super("There is no such case");
  }
}
