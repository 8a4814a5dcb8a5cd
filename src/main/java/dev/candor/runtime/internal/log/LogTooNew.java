package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** The log was written by a newer version than this one. */
public final class LogTooNew extends CannotStart {

  public LogTooNew(Path file, int format) {
    super(
        "%s has format %d and this version reads up to %d".formatted(file, format, Segment.FORMAT),
        "Start the newer version that wrote it");
  }
}
