package dev.candor.cases;

/** An idempotency key came again, with another flag than the first time. */
public class KeyUsedBefore extends RuntimeException {

  public KeyUsedBefore() {
    super("This idempotency key was used before, for another flag");
  }
}
