package dev.candor.runtime.internal.log;

import static dev.candor.runtime.internal.log.FlushPacing.CROWDED_NANOS;
import static dev.candor.runtime.internal.log.FlushPacing.UNWANTED_NANOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.util.buffer.DirectBufferWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pace of flushes, by a clock that only the test moves. */
class FlushPacingTests {

  private static final AppendListener NOBODY = new AppendListener() {};

  private final AtomicLong now = new AtomicLong(1_000);
  private final FlushPacing pacing = new FlushPacing(now::get);

  @TempDir private Path folder;

  @Test
  void shouldFlushAtOnceWhatSomebodyWaitsFor() {
    pacing.flushing();
    pacing.linked();

    assertThat(pacing.pause(false, true)).isZero();
  }

  @Test
  void shouldPutOffWhatNobodyWaitsForButNotForLong() {
    pacing.linked();

    assertThat(pacing.pause(false, false)).isEqualTo(UNWANTED_NANOS);
    now.addAndGet(UNWANTED_NANOS);
    assertThat(pacing.pause(false, false)).isNotPositive();
  }

  @Test
  void shouldFlushOnceForAllWhileManyWait() {
    pacing.flushing();

    now.addAndGet(CROWDED_NANOS - 1);
    assertThat(pacing.pause(true, true)).isEqualTo(1);
    now.addAndGet(1);
    assertThat(pacing.pause(true, true)).isNotPositive();
  }

  @Test
  void shouldNotMakeACrowdWaitThatComesLongAfterTheLastFlush() {
    pacing.flushing();
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    pacing.linked();

    assertThat(pacing.pause(true, true)).isNotPositive();
  }

  @Test
  void shouldKeepACommandAndWhatCameOfItWithOneFlush() throws Exception {
    try (var journal = new FileJournal(folder, Long.MAX_VALUE, now::get);
        var log = new EngineLog(journal)) {
      long empty = journal.bytes();
      var answered = new CountDownLatch(1);

      append(log, 1);
      append(log, 2);
      log.whenKept(answered::countDown);

      // Nobody moves the clock: only the one who waits can have brought the flush about.
      answered.await();
      assertThat(log.keptPosition()).isEqualTo(2);
      assertThat(journal.bytes() - empty).isEqualTo(bytesOfOneFrame(2));
    }
  }

  @Test
  void shouldKeepWhatNobodyWaitsForWhenItsTimeHasCome() {
    try (var log = new EngineLog(new FileJournal(folder, Long.MAX_VALUE, now::get))) {
      append(log, 1);

      await()
          .until(
              () -> {
                now.addAndGet(UNWANTED_NANOS);
                return log.keptPosition() == 1;
              });
    }
  }

  @Test
  void shouldAnswerACrowdWhenItsTimeHasCome() throws Exception {
    var journal = new FileJournal(folder, Long.MAX_VALUE, now::get);
    journal.gatherWhile(() -> true);
    try (var log = new EngineLog(journal)) {
      long empty = journal.bytes();
      var answered = new CountDownLatch(2);

      for (int position : new int[] {1, 2}) {
        append(log, position);
        log.whenKept(answered::countDown);
      }

      assertThat(log.keptPosition()).isZero();
      now.addAndGet(CROWDED_NANOS);
      answered.await();
      assertThat(journal.bytes() - empty).isEqualTo(bytesOfOneFrame(2));
    }
  }

  /** Each block here is one byte, behind a header of 20. */
  private static long bytesOfOneFrame(int blocks) {
    return Frame.HEADER_LENGTH + blocks * 21L;
  }

  private static void append(EngineLog log, long position) {
    log.append(
        position, position, new DirectBufferWriter().wrap(new UnsafeBuffer(new byte[1])), NOBODY);
  }
}
