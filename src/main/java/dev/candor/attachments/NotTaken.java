package dev.candor.attachments;

/** A file that is not taken as an attachment, and why, in words for who sent it. */
public class NotTaken extends RuntimeException {

  private final boolean tooLarge;

  private NotTaken(String reason, boolean tooLarge) {
    super(reason);
    this.tooLarge = tooLarge;
  }

  public static NotTaken because(String reason) {
    return new NotTaken(reason, false);
  }

  public static NotTaken tooLarge(long largest) {
    return new NotTaken("It is larger than %d MB".formatted(largest >> 20), true);
  }

  public boolean isTooLarge() {
    return tooLarge;
  }
}
