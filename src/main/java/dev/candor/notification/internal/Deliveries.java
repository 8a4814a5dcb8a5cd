package dev.candor.notification.internal;

import dev.candor.access.Acting;
import dev.candor.outbox.Courier;
import dev.candor.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands letters to the mail server, those to some readers at the same time, each on a thread of its
 * own: one that hangs is waited for by nobody. First attempts and repeats have each their own
 * places, so that people whose mail fails keep nobody else waiting.
 */
class Deliveries implements Outbox, AutoCloseable {

  /** The service that the database lets read the outbox. */
  static final String SERVICE = "mail";

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration UNTIL_CUT = Duration.ofSeconds(5);

  private final MailOutbox outbox;
  private final PostOffice postOffice;
  private final boolean repeats;
  private final Duration patience;
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock clock;
  private final Courier courier;

  /** When this turn began; null between two. Of the courier's thread alone. */
  private @Nullable Instant turn;

  /**
   * @param repeats whether these are the letters to people whose mail failed before, or all others
   */
  Deliveries(
      MailOutbox outbox,
      PostOffice postOffice,
      MailSettings settings,
      Clock clock,
      boolean repeats) {
    this.outbox = outbox;
    this.postOffice = postOffice;
    this.repeats = repeats;
    this.patience = settings.patience();
    this.places = new Semaphore(settings.atOnce());
    this.clock = clock;
    this.courier = new Courier(SERVICE, this, settings.outboxInterval(), settings.gathering());
  }

  /** What has to run for letters to be delivered. */
  Courier courier() {
    return courier;
  }

  /**
   * Begins with the letters to one reader as soon as there is a place. A turn is over when all are
   * under way that were due at its beginning: readers who get letter after letter get many at once
   * at the next, and not each by itself.
   */
  @Override
  public boolean carryOutOne() {
    if (!foundAPlace()) {
      return false;
    }
    var begun = false;
    try {
      turn = turn == null ? clock.instant() : turn;
      var letters = outbox.claim(repeats, turn);
      if (letters.isEmpty()) {
        turn = null;
      } else {
        threads.execute(() -> deliver(letters));
        begun = true;
      }
      return begun;
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  /**
   * @return false when the courier is to stop
   */
  private boolean foundAPlace() {
    try {
      places.acquire();
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Letters to one reader, by one line. */
  private void deliver(List<OutgoingMail> letters) {
    var line = postOffice.line();
    var more = false;
    try {
      more = Acting.asService(SERVICE, () -> attempt(letters, line)) == MailOutbox.AT_A_TIME;
    } catch (RuntimeException trouble) {
      // Whoever looks when its claim is over sends it again, under the same Message-ID.
      log.warn(
          "Mail {}, or one after it to the same reader: its outcome was not noted, {}",
          letters.getFirst().id(),
          trouble.getClass().getName());
    } finally {
      // By a thread of its own: whoever was given up on may still have the line.
      Thread.startVirtualThread(line::hangUp);
      places.release();
      if (more) {
        courier.goOn();
      } else {
        courier.callAfterCommit();
      }
    }
  }

  /** Until one fails, or might outlast the claim, or the service stops. */
  private int attempt(List<OutgoingMail> letters, MailLine line) {
    var lastBeginning = System.nanoTime() + patience.toNanos();
    var heard = postOffice.heard(letters);
    var sent = new ArrayList<OutgoingMail>();
    int tried = 0;
    try {
      var more = true;
      while (more && tried < letters.size()) {
        var letter = letters.get(tried++);
        more = attempt(letter, heard, line, sent) && System.nanoTime() < lastBeginning;
      }
    } catch (RejectedExecutionException stopping) {
      tried--;
    } finally {
      outbox.done(sent, letters.subList(tried, letters.size()));
    }
    return tried;
  }

  /**
   * @return false when it failed
   */
  private boolean attempt(
      OutgoingMail mail, HeardAtOnce heard, MailLine line, List<OutgoingMail> sent) {
    try {
      if (handOver(mail, heard, line)) {
        sent.add(mail);
      } else {
        outbox.withheld(mail);
      }
      return true;
    } catch (Undeliverable failure) {
      log.warn("Mail {} was not delivered: {}", mail.id(), failure.code());
      outbox.failed(mail, failure);
      return false;
    }
  }

  /** A virtual thread that is interrupted has its socket closed: that cuts the line. */
  private boolean handOver(OutgoingMail mail, HeardAtOnce heard, MailLine line) {
    var sending =
        threads.submit(() -> Acting.asService(SERVICE, () -> postOffice.send(mail, heard, line)));
    try {
      return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      sending.cancel(true);
      throw new Undeliverable(Failures.TIMED_OUT, false);
    } catch (InterruptedException stopping) {
      sending.cancel(true);
      Thread.currentThread().interrupt();
      throw new Undeliverable(Failures.LINE_DROPPED, false);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Undeliverable undeliverable) {
        throw undeliverable;
      }
      log.warn("Mail {} cannot be written", mail.id(), failed.getCause());
      throw new Undeliverable(Failures.OTHER, false);
    }
  }

  /** Lets what is under way come to its end, for a while. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(UNTIL_CUT.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
