package dev.candor.insight.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets few files be written at a time. Whoever reads one slowly keeps a connection of the service
 * for as long as it takes: most are left to its own work.
 */
@Component
class FilesInTurn {

  /** Of ten connections. */
  private static final int AT_A_TIME = 3;

  private static final int MOST_WAITING = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  /**
   * Writes it when its turn comes. Who waits for that keeps no connection.
   *
   * @throws TooManyFiles when it does not come soon
   */
  void write(Runnable file) {
    if (!isItsTurn()) {
      throw new TooManyFiles();
    }
    try {
      file.run();
    } finally {
      turns.release();
    }
  }

  private boolean isItsTurn() {
    try {
      return turns.getQueueLength() < MOST_WAITING
          && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
