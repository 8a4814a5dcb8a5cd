package dev.candor.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class CourierTests {

  private static final Duration NEVER = Duration.ofDays(1);

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private final Courier courier = courier(NEVER);

  @AfterEach
  void stop() {
    courier.stop();
  }

  @Test
  void shouldEmptyTheOutboxWhenItStarts() {
    waiting.set(3);

    courier.start();

    await().untilAsserted(() -> assertThat(waiting).hasValue(0));
  }

  @Test
  void shouldComeWhenCalled() {
    // given
    courier.start();
    await().untilAsserted(() -> assertThat(looks).hasPositiveValue());
    // when
    waiting.set(1);
    courier.callAfterCommit();
    // then
    await().untilAsserted(() -> assertThat(waiting).hasValue(0));
  }

  @Test
  void shouldComeOnlyAfterTheCommit() {
    // given a courier that has looked once and waits
    courier.start();
    await().untilAsserted(() -> assertThat(looks).hasValue(1));
    TransactionSynchronizationManager.initSynchronization();
    try {
      // when
      courier.callAfterCommit();
      // then
      var registered = TransactionSynchronizationManager.getSynchronizations();
      assertThat(registered).hasSize(1);
      assertThat(looks).hasValue(1);
      registered.getFirst().afterCommit();
      await().untilAsserted(() -> assertThat(looks).hasValue(2));
    } finally {
      TransactionSynchronizationManager.clearSynchronization();
    }
  }

  @Test
  void shouldComeByItselfForWhatIsDueAgain() {
    var often = courier(Duration.ofMillis(5));
    often.start();
    try {
      await().untilAsserted(() -> assertThat(looks).hasValueGreaterThan(3));
    } finally {
      often.stop();
    }
    assertThat(often.isRunning()).isFalse();
  }

  @Test
  void shouldGatherWhatItIsCalledFor() {
    // given an outbox that is emptied at one look
    var gathering =
        new Courier(
            "test",
            () -> {
              looks.incrementAndGet();
              waiting.set(0);
              return false;
            },
            Duration.ofMinutes(1),
            Duration.ofSeconds(1));
    gathering.start();
    try {
      await().untilAsserted(() -> assertThat(looks).hasValue(1));
      // when it is called often
      for (var call = 0; call < 20; call++) {
        waiting.incrementAndGet();
        gathering.callAfterCommit();
      }
      // then it looks for many at once
      await().untilAsserted(() -> assertThat(waiting).hasValue(0));
      assertThat(looks).hasValueLessThan(10);
    } finally {
      gathering.stop();
    }
  }

  @Test
  void shouldGatherNoLongerWhenNobodyElseCalls() {
    // given
    var gathering = courier(NEVER, Duration.ofSeconds(24));
    gathering.start();
    try {
      await().untilAsserted(() -> assertThat(looks).hasValue(1));
      // when it is called once
      gathering.callAfterCommit();
      // then it looks after an eighth of the time that it might have waited
      await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(looks).hasValue(2));
    } finally {
      gathering.stop();
    }
  }

  @Test
  void shouldGatherNothingWhenItIsToGoOn() {
    // given one that is called and waits for others
    var gathering = courier(NEVER, NEVER);
    gathering.start();
    try {
      await().untilAsserted(() -> assertThat(looks).hasValue(1));
      gathering.callAfterCommit();
      // when
      gathering.goOn();
      // then
      await().untilAsserted(() -> assertThat(looks).hasValue(2));
    } finally {
      gathering.stop();
    }
  }

  @Test
  void shouldGoOnAfterTroubleWithTheOutbox() {
    // given an outbox that cannot be read the first time
    var trouble =
        new Courier(
            "test",
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("no connection");
              }
              return waiting.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
            },
            Duration.ofMillis(5));
    waiting.set(1);
    // when
    trouble.start();
    try {
      // then
      await().untilAsserted(() -> assertThat(waiting).hasValue(0));
    } finally {
      trouble.stop();
    }
  }

  @Test
  void shouldWaitLongerEachTimeUpToALimit() {
    var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    assertThat(backoff.after(1)).hasSeconds(1);
    assertThat(backoff.after(2)).hasSeconds(2);
    assertThat(backoff.after(4)).hasSeconds(8);
    assertThat(backoff.after(5)).hasSeconds(10);
    assertThat(backoff.after(1000)).hasSeconds(10);
  }

  private Courier courier(Duration interval) {
    return courier(interval, Duration.ZERO);
  }

  private Courier courier(Duration interval, Duration gathering) {
    return new Courier(
        "test",
        () -> {
          looks.incrementAndGet();
          return waiting.getAndUpdate(left -> Math.max(left - 1, 0)) > 0;
        },
        interval,
        gathering);
  }
}
