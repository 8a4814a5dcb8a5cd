package dev.candor.runtime.internal.snapshot;

import dev.candor.runtime.CannotStart;
import java.nio.file.Path;

/** The snapshot was written by a newer version than this one. */
public final class SnapshotTooNew extends CannotStart {

  SnapshotTooNew(Path file, int format) {
    super(
        "%s has format %d and this version reads up to %d".formatted(file, format, Manifest.FORMAT),
        "Start the newer version that wrote it");
  }
}
