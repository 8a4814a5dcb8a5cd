package dev.candor.process.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.outbox.Courier;
import dev.candor.process.RoutingFacts;
import dev.candor.process.SensitiveRequestProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what the engine is to be told into the outbox, in the caller's transaction. */
@Component
class SensitiveRequestMessages implements SensitiveRequestProcess {

  private final EngineOutbox outbox;
  private final Courier engineCourier;
  private final ObjectMapper json;

  SensitiveRequestMessages(EngineOutbox outbox, Courier engineCourier, ObjectMapper json) {
    this.outbox = outbox;
    this.engineCourier = engineCourier;
    this.json = json;
  }

  @Override
  @Transactional
  public void begin(String reference, RoutingFacts facts) {
    ObjectNode payload = json.valueToTree(facts);
    add(
        EngineMessage.Kind.BEGIN,
        reference,
        payload.put("receivedOn", facts.receivedOn().toString()));
  }

  @Override
  @Transactional
  public void answerArrived(String reference) {
    add(EngineMessage.Kind.ANSWER, reference, json.createObjectNode());
  }

  @Override
  @Transactional
  public void withdraw(String reference) {
    add(EngineMessage.Kind.WITHDRAW, reference, json.createObjectNode());
  }

  @Override
  @Transactional
  public void holdSet(String reference, long hold) {
    add(EngineMessage.Kind.LEGAL_HOLD, reference, Long.toString(hold), json.createObjectNode());
  }

  private void add(EngineMessage.Kind kind, String reference, ObjectNode payload) {
    add(kind, reference, "", payload);
  }

  private void add(EngineMessage.Kind kind, String reference, String subject, ObjectNode payload) {
    outbox.add(kind, reference, subject, payload.put("caseReference", reference).toString());
    engineCourier.callAfterCommit();
  }
}
