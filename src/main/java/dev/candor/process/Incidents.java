package dev.candor.process;

import java.time.Instant;
import java.util.List;

/** What keeps cases from going on until somebody mends it. */
public interface Incidents {

  /** Those not mended yet, oldest first; no more than a thousand. */
  List<Incident> open();

  /**
   * Tries again what failed. Whether it helped shows in {@link #open()} a moment later.
   *
   * @return false when it is not open any more
   */
  boolean retry(long key);

  /**
   * @param reference of the case; empty where the engine knows none
   * @param element name of the step in its diagram
   * @param cause in words; none of anybody's in the case
   */
  record Incident(
      long key,
      String reference,
      String processId,
      long definitionKey,
      String elementId,
      String element,
      String cause,
      Instant since) {}
}
