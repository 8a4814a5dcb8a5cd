package dev.candor.attachments.internal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the master keys are when nothing else is said. */
final class KeyFile {

  private KeyFile() {}

  static Path of(@Nullable Path named, Path data) {
    return named == null ? data.resolve("keys").resolve("attachments.keys") : named;
  }
}
