package dev.candor.runtime.internal.clock;

import dev.candor.runtime.RuntimeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The machine's time, moved or stopped. The engine's own clock runs on top of it. */
public final class EngineTime implements RuntimeClock {

  private final InstantSource machine;
  private volatile Setting setting = Setting.REAL;
  private volatile Settling settling = new NothingToSettle();

  public EngineTime(InstantSource machine) {
    this.machine = machine;
  }

  /** The engine that lives in this time. */
  public interface Settling {

    /** Makes the engine idle before the change is applied and again after it. */
    void settle(Change change);

    /** When the next timer is due, of an engine that is idle. */
    Optional<Instant> nextTimer();
  }

  /**
   * A change of the time.
   *
   * @param isBackwards whether what was planned lies further away afterwards
   */
  public record Change(Runnable apply, boolean isBackwards) {}

  private record NothingToSettle() implements Settling {

    @Override
    public void settle(Change change) {
      change.apply().run();
    }

    @Override
    public Optional<Instant> nextTimer() {
      return Optional.empty();
    }
  }

  private record Setting(@Nullable Instant pinned, Duration offset) {
    static final Setting REAL = new Setting(null, Duration.ZERO);
  }

  public void settleWith(Settling settling) {
    this.settling = settling;
  }

  @Override
  public Instant instant() {
    Setting now = setting;
    return now.pinned == null ? machine.instant().plus(now.offset) : now.pinned;
  }

  @Override
  public synchronized void pin(Instant instant) {
    change(new Setting(instant, Duration.ZERO), instant.isBefore(instant()));
  }

  @Override
  public synchronized void advance(Duration duration) {
    Setting now = setting;
    change(
        now.pinned == null
            ? new Setting(null, now.offset.plus(duration))
            : new Setting(now.pinned.plus(duration), Duration.ZERO),
        duration.isNegative());
  }

  @Override
  public synchronized void advanceTo(Instant instant) {
    Duration distance = Duration.between(instant(), instant);
    if (distance.isNegative()) {
      throw new IllegalArgumentException("%s is over".formatted(instant));
    }
    advance(distance);
  }

  @Override
  public synchronized Optional<Instant> advanceToNextTimer() {
    Optional<Instant> next = settling.nextTimer();
    // A timer that a running clock reached meanwhile fires by itself: there is nothing to move.
    next.map(due -> Duration.between(instant(), due))
        .map(distance -> distance.isNegative() ? Duration.ZERO : distance)
        .ifPresent(this::advance);
    return next;
  }

  @Override
  public synchronized void reset() {
    change(Setting.REAL, machine.instant().isBefore(instant()));
  }

  private void change(Setting to, boolean isBackwards) {
    settling.settle(new Change(() -> setting = to, isBackwards));
  }
}
