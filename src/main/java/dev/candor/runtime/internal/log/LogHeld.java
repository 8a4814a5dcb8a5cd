package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** Another process, or another runtime in this one, has the log's folder open. */
public final class LogHeld extends CannotStart {

  public LogHeld(Path folder) {
    super(
        "the data folder %s is in use by another process".formatted(folder),
        "Stop that process, or choose another folder with --candor.data-dir=<folder>");
  }
}
