package dev.candor.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the mail waits and what is stuck, for whoever runs the service. It says to whom a letter
 * goes, never on which case or about what: that a case exists is no business of theirs.
 */
public interface OutboxState {

  /** How many letters of each kind are listed at most, oldest first; counts are of all. */
  int LISTED = 100;

  Overview look();

  /**
   * Sends a letter that is stuck, or waits to be tried again, as soon as there is a place.
   *
   * @return false when there is none such any more
   */
  boolean tryAgain(UUID letter);

  /**
   * The same for all that are stuck.
   *
   * @return how many
   */
  int tryAllAgain();

  /**
   * @param waiting letters that are neither sent nor given up, those that failed included
   * @param oldest how long the oldest of them has been waiting; zero when there is none
   * @param stuckInAll letters that are not tried any more
   * @param failingInAll letters that failed and are tried again
   */
  record Overview(
      long waiting,
      Duration oldest,
      long stuckInAll,
      List<Letter> stuck,
      long failingInAll,
      List<Letter> failing) {}

  /**
   * @param person whom it is for
   * @param writtenAt since when it waits
   * @param attempts how often it was tried
   * @param why a code, such as {@code TIMED_OUT} or {@code REFUSED_550}
   * @param nextAttemptAt null when it is stuck
   */
  record Letter(
      UUID id,
      String person,
      Instant writtenAt,
      int attempts,
      String why,
      @Nullable Instant nextAttemptAt) {}
}
