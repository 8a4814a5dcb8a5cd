package dev.candor.insight.internal;

import java.util.List;

/**
 * What came and what went, bucket by bucket.
 *
 * @param open how many were open when the first one began
 */
public record Flow(Buckets buckets, int open, List<Counts> counts) {

  /**
   * @param openAtEnd how many were open when it ended
   */
  public record Counts(int arrived, int ended, int openAtEnd) {}

  public Flow {
    counts = List.copyOf(counts);
  }
}
