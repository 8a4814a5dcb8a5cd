package dev.candor.process.internal;

import java.util.Locale;
import java.util.UUID;

/**
 * A message on its way to the engine.
 *
 * @param subject what of the case it is about: an id; empty where there is one of its kind only
 * @param payload JSON object of routing facts
 */
record EngineMessage(
    UUID id, Kind kind, String reference, String subject, String payload, int attempts) {

  enum Kind {
    BEGIN("Msg_RequestFlagged"),
    ANSWER("Msg_AnswerArrived"),
    WITHDRAW("Msg_RequestWithdrawn"),
    LEGAL_HOLD("Msg_LegalHoldSet"),
    PRESS_INQUIRY("Msg_PressInquiryArrived");

    final String messageName;

    Kind(String messageName) {
      this.messageName = messageName;
    }
  }

  /** The same for every attempt, so that the engine recognises a repeat. */
  String messageId() {
    var id = kind.name().toLowerCase(Locale.ROOT) + "-" + reference;
    return subject.isEmpty() ? id : id + "-" + subject;
  }
}
