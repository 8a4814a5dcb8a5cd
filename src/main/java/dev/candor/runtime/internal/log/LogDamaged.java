package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** Something that was kept cannot be read any more; nothing is dropped silently. */
public final class LogDamaged extends CannotStart {

  public LogDamaged(Path file, long offset, String what) {
    super(
        "the runtime's log is damaged at byte %d of %s: %s".formatted(offset, file, what),
        "Put back a copy of the folder %s, or move it away to start with an empty engine"
            .formatted(file.getParent()));
  }
}
