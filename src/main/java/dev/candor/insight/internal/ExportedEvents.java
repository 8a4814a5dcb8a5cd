package dev.candor.insight.internal;

import java.time.Instant;

/** A file of events as it is written; events come case by case. */
public interface ExportedEvents {

  void add(Event event);

  /** After the last one. */
  void end();

  /**
   * A pass through an element, and the case it belongs to.
   *
   * @param key the engine's key of the pass
   */
  record Event(
      String reference,
      String type,
      String channel,
      String severity,
      String desk,
      String outcome,
      int version,
      long key,
      String name,
      String element,
      String kind,
      Instant begunAt,
      Instant endedAt) {}
}
