package dev.candor.web;

/** A rule forbids it, or it is done already. Answered with 409 and the reason. */
public class RefusedByRule extends RuntimeException {

  /**
   * @param reason a sentence for the person who asked; no word of the case's content
   */
  public RefusedByRule(String reason) {
    super(reason);
  }
}
