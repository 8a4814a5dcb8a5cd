package dev.candor.runtime.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The pace of polls, by a clock that only the test moves. */
class JobWaitingTests {

  private final AtomicLong now = new AtomicLong(1_000);
  private final AtomicBoolean crowded = new AtomicBoolean(true);
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private final JobWaiting waiting =
      new JobWaiting(
          listener -> {
            listeners.add(listener);
            return () -> listeners.remove(listener);
          },
          crowded::get,
          now::get);

  @Test
  void shouldLookAtOnceWhenNothingWasTakenBefore() {
    assertThat(waiting.queueFor("work").gathersFor()).isNotPositive();
  }

  @Test
  void shouldLetJobsGatherWhenAllWereTakenAndManyAreAtWork() {
    waiting.queueFor("work").got(true);

    now.addAndGet(JobWaiting.GATHER_NANOS - 1);
    assertThat(waiting.queueFor("work").gathersFor()).isEqualTo(1);
    now.addAndGet(1);
    assertThat(waiting.queueFor("work").gathersFor()).isNotPositive();
  }

  @Test
  void shouldNotHoldUpTheOnlyOneAtWork() {
    crowded.set(false);
    waiting.queueFor("work").got(true);

    assertThat(waiting.queueFor("work").gathersFor()).isNotPositive();
  }

  @Test
  void shouldLookAtOnceWhereMoreAreLeft() {
    waiting.queueFor("work").got(true);
    waiting.queueFor("work").got(false);

    assertThat(waiting.queueFor("work").gathersFor()).isNotPositive();
  }

  @Test
  void shouldNotHoldUpPollsForOtherJobs() {
    waiting.queueFor("work").got(true);

    assertThat(waiting.queueFor("other").gathersFor()).isNotPositive();
  }

  @Test
  void shouldWakeThePollsOfTheTypeOnly() {
    var work = waiting.queueFor("work");
    var other = waiting.queueFor("other");

    listeners.forEach(listener -> listener.accept("work"));

    assertThat(work.awaitUntil(System.nanoTime())).isTrue();
    assertThat(other.awaitUntil(System.nanoTime())).isFalse();
  }
}
