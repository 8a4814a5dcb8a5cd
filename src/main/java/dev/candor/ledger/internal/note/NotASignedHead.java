package dev.candor.ledger.internal.note;

/** A head or a key that is none, or was signed by somebody else. The message says which. */
public class NotASignedHead extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotASignedHead(String message) {
    super(message);
  }
}
