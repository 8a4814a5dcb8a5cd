package dev.candor.process.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.outbox.Courier;
import dev.candor.process.PressInquiryProcess;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the inquiry into the outbox, in the caller's transaction. */
@Component
class PressInquiryMessages implements PressInquiryProcess {

  private final EngineOutbox outbox;
  private final Courier engineCourier;
  private final ObjectMapper json;

  PressInquiryMessages(EngineOutbox outbox, Courier engineCourier, ObjectMapper json) {
    this.outbox = outbox;
    this.engineCourier = engineCourier;
    this.json = json;
  }

  @Override
  @Transactional
  public void begin(String reference, UUID inquiry, CaseFacts facts) {
    ObjectNode payload = json.valueToTree(facts);
    payload.put("caseReference", reference).put("inquiry", inquiry.toString());
    outbox.add(EngineMessage.Kind.PRESS_INQUIRY, reference, inquiry.toString(), payload.toString());
    engineCourier.callAfterCommit();
  }
}
