package dev.candor.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answering of a press inquiry, in business words. Kept in an outbox inside the caller's
 * transaction, as everything that the engine is told.
 */
public interface PressInquiryProcess {

  /**
   * Sets it going (message {@code Msg_PressInquiryArrived}), whatever became of the case. A second
   * inquiry about the same case waits in the engine until the first is answered.
   */
  void begin(String reference, UUID inquiry, CaseFacts facts);

  /**
   * Codes only.
   *
   * @param severity null before triage
   * @param desk null before triage
   */
  record CaseFacts(String type, @Nullable String severity, @Nullable String desk) {}
}
