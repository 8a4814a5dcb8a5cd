package dev.candor.notification.web;

import dev.candor.web.Times.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outbox in words.
 *
 * @param oldest how long the oldest letter has been waiting; null when none waits
 */
record OutboxPage(
    long waiting,
    @Nullable String oldest,
    long stuckInAll,
    List<Line> stuck,
    long failingInAll,
    List<Line> failing) {

  /**
   * @param address null when the person is gone
   * @param why key of its words
   * @param reply what the mail server answered, as a number; null when it did not refuse
   * @param nextAttemptAt null when it is stuck, or about to be tried
   */
  record Line(
      String id,
      String person,
      @Nullable String address,
      String why,
      @Nullable String reply,
      int attempts,
      Moment writtenAt,
      @Nullable Moment nextAttemptAt) {}
}
