package dev.candor.runtime.internal.query;

/** A search that the contract does not allow; its message names the property to blame. */
public final class InvalidQuery extends RuntimeException {

  public InvalidQuery(String message) {
    super(message);
  }
}
