package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** Something that was kept cannot be read any more; nothing is dropped silently. */
public final class LogDamaged extends CannotStart {

  public LogDamaged(Path file, long offset, String what) {
    super(
        "The runtime's log is damaged at byte %d of %s: %s. Put back a copy of its folder, or move the folder away to start empty."
            .formatted(offset, file, what));
  }
}
