package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** The log ends before a position that it is known to have kept: somebody removed its end. */
public final class LogCutShort extends CannotStart {

  /**
   * @param snapshot what knows better
   */
  public LogCutShort(Path snapshot, long reached, long end) {
    super(
        "the runtime's log ends with position %d, but had reached %d when %s was taken"
            .formatted(end, reached, snapshot),
        "Put back a copy of the runtime's whole data folder, or move it away to start with an empty"
            + " engine");
  }
}
