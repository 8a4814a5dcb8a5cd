package dev.candor.runtime.internal.log;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** Another process, or another runtime in this one, has the log's folder open. */
public final class LogHeld extends CannotStart {

  public LogHeld(Path folder) {
    super(
        "The data folder %s is in use by another process: stop it or set candor.data-dir"
            .formatted(folder));
  }
}
