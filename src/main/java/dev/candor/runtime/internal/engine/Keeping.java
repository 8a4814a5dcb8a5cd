package dev.candor.runtime.internal.engine;

import java.time.Duration;

/**
 * How long what is kept.
 *
 * @param retention how long a search still finds what has ended
 * @param snapshotAfterBytes by how much the log grows until a snapshot stands for it
 */
public record Keeping(Duration retention, long snapshotAfterBytes) {

  public static final Keeping BY_DEFAULT = new Keeping(Duration.ofDays(30), 32 << 20);

  private static final long LARGEST_SEGMENT_BYTES = 16 << 20;

  /** How large a file of the log becomes: as a whole it goes when a snapshot stands for it. */
  public long segmentBytes() {
    return Math.min(LARGEST_SEGMENT_BYTES, Math.max(1, snapshotAfterBytes / 2));
  }
}
