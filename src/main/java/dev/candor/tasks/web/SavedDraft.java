package dev.candor.tasks.web;

import dev.candor.tasks.Drafts.Saved;
import java.time.Instant;

/**
 * A draft as it is kept.
 *
 * @param version what the next saving begins from
 */
record SavedDraft(int version, Instant savedAt) {

  static SavedDraft of(Saved saved) {
    return new SavedDraft(saved.version(), saved.at());
  }
}
