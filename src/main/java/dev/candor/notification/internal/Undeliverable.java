package dev.candor.notification.internal;

/** The mail server did not take a letter, or there is nobody to send it to. */
class Undeliverable extends RuntimeException {

  private final boolean forGood;

  /**
   * @param code a code of {@link Failures}; no word of what the server said
   * @param forGood whether trying again by itself is of no use
   */
  Undeliverable(String code, boolean forGood) {
    super(code);
    this.forGood = forGood;
  }

  String code() {
    return getMessage();
  }

  boolean forGood() {
    return forGood;
  }
}
