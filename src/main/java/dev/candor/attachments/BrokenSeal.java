package dev.candor.attachments;

import java.io.IOException;

/** What was sealed is not what it was, belongs to something else, or its key is gone. */
public class BrokenSeal extends IOException {

  private static final long serialVersionUID = 1L;

  public BrokenSeal(String message) {
    super(message);
  }

  public BrokenSeal(String message, Throwable cause) {
    super(message, cause);
  }
}
