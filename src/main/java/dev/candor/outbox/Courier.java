package dev.candor.outbox;

import dev.candor.access.Acting;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Empties an outbox on a virtual thread: at once after a commit that asked for it, and every {@code
 * interval} for what is due again. Several services may empty one outbox at the same time. It acts
 * as the service of its name.
 */
public final class Courier implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private final String name;
  private final Outbox outbox;
  private final Duration interval;
  private final Duration gathering;
  private final Semaphore calls = new Semaphore(0);
  private volatile boolean goesOn;
  private volatile @Nullable Thread thread;

  public Courier(String name, Outbox outbox, Duration interval) {
    this(name, outbox, interval, Duration.ZERO);
  }

  /**
   * @param gathering how long at most it waits for others once it is called, for an outbox that
   *     carries out many at once for the price of one; when nobody calls for an eighth of it, it
   *     waits no longer
   */
  public Courier(String name, Outbox outbox, Duration interval, Duration gathering) {
    this.name = name;
    this.outbox = outbox;
    this.interval = interval;
    this.gathering = gathering;
  }

  /** Calls the courier when the surrounding transaction is committed; now, if there is none. */
  public void callAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      calls.release();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            calls.release();
          }
        });
  }

  /** Looks again, and waits for no others before: there is more of what was just carried out. */
  public void goOn() {
    goesOn = true;
    calls.release();
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      var started = Thread.ofPlatform().daemon().name("courier-" + name).unstarted(this::run);
      thread = started;
      started.start();
    }
  }

  @Override
  public synchronized void stop() {
    var running = thread;
    if (running == null) {
      return;
    }
    thread = null;
    running.interrupt();
    try {
      running.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (thread == Thread.currentThread()) {
      try {
        while (thread == Thread.currentThread() && Acting.asService(name, outbox::carryOutOne)) {
          log.debug("{}: one carried out", name);
        }
        if (calls.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
          gather();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("The outbox '{}' cannot be read: {}", name, e.getClass().getSimpleName());
        if (!waited()) {
          return;
        }
      }
    }
  }

  private void gather() throws InterruptedException {
    var end = System.nanoTime() + gathering.toNanos();
    var quiet = gathering.toNanos() / 8;
    long left = gathering.toNanos();
    while (!goesOn && left > 0 && calls.tryAcquire(Math.min(quiet, left), TimeUnit.NANOSECONDS)) {
      left = end - System.nanoTime();
    }
    goesOn = false;
    calls.drainPermits();
  }

  private boolean waited() {
    try {
      calls.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
