package dev.candor.intake;

import java.time.Duration;

/** Somebody flags more than a person can. Nothing of this flag was kept. */
public class TooManyFlags extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  public TooManyFlags(long perHour, Duration wait) {
    super(
        "You have flagged %d requests within an hour. The next can be sent in %s; nothing was kept of this one"
            .formatted(perHour, inWords(wait)));
    this.wait = wait;
  }

  /** Until the next is taken. */
  public Duration waiting() {
    return wait;
  }

  private static String inWords(Duration wait) {
    var minutes = wait.plusSeconds(59).toMinutes();
    return minutes <= 1 ? "a minute" : minutes + " minutes";
  }
}
