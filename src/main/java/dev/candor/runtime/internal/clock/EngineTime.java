package dev.candor.runtime.internal.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The machine's time, moved or stopped. The engine's own clock runs on top of it. */
public final class EngineTime implements RuntimeClock {

  private final InstantSource machine;
  private volatile Setting setting = Setting.REAL;
  private volatile Consumer<Change> settling = change -> change.apply().run();

  public EngineTime(InstantSource machine) {
    this.machine = machine;
  }

  private record Setting(@Nullable Instant pinned, Duration offset) {
    static final Setting REAL = new Setting(null, Duration.ZERO);
  }

  /**
   * A change of the time.
   *
   * @param isBackwards whether what was planned lies further away afterwards
   */
  public record Change(Runnable apply, boolean isBackwards) {}

  /** Who makes the engine idle before a change is applied and again after it. */
  public void settleWith(Consumer<Change> settling) {
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
  public synchronized void reset() {
    change(Setting.REAL, machine.instant().isBefore(instant()));
  }

  private void change(Setting to, boolean isBackwards) {
    settling.accept(new Change(() -> setting = to, isBackwards));
  }
}
