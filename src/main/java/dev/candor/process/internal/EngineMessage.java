package dev.candor.process.internal;

import java.util.Locale;
import java.util.UUID;

/**
 * A message on its way to the engine.
 *
 * @param payload JSON object of routing facts
 */
record EngineMessage(UUID id, Kind kind, String reference, String payload, int attempts) {

  enum Kind {
    BEGIN("Msg_RequestFlagged"),
    WITHDRAW("Msg_RequestWithdrawn");

    final String messageName;

    Kind(String messageName) {
      this.messageName = messageName;
    }
  }

  /** The same for every attempt, so that the engine recognises a repeat. */
  String messageId() {
    return kind.name().toLowerCase(Locale.ROOT) + "-" + reference;
  }
}
