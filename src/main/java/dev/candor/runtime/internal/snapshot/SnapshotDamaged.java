package dev.candor.runtime.internal.snapshot;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** A snapshot cannot be read any more, and the log does not reach back far enough without it. */
public final class SnapshotDamaged extends CannotStart {

  /**
   * @param file of a snapshot
   */
  SnapshotDamaged(Path file, String what) {
    super(
        "the runtime's snapshot is damaged: %s: %s".formatted(file, what),
        "Put back a copy of the runtime's whole data folder, or move it away to start with an empty"
            + " engine");
  }
}
