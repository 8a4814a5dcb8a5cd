package dev.candor.insight.internal;

import dev.candor.insight.internal.ExportedEvents.Event;
import java.time.Instant;

/** Steps of a day for the files that take them elsewhere. */
final class EventsToExport {

  private EventsToExport() {}

  static Event event(String reference, long key, String name, String begun, String ended) {
    return new Event(
        reference,
        "OTHER",
        "FORMAL",
        "LOW",
        "UK-IE-NL-IL",
        "DECLINED",
        1,
        key,
        name,
        "Task_" + key,
        "USER_TASK",
        Instant.parse("2026-11-23T" + begun + ":00Z"),
        Instant.parse("2026-11-23T" + ended + ":00Z"));
  }
}
