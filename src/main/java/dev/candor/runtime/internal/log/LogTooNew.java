package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** The log was written by a newer version than this one. */
public final class LogTooNew extends CannotStart {

  public LogTooNew(Path file, int version) {
    super(
        "%s has format %d, this version reads up to %d: start the newer version of Candor that wrote it"
            .formatted(file, version, Segment.FORMAT));
  }
}
