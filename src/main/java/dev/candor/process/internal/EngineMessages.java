package dev.candor.process.internal;

import io.camunda.client.CamundaClient;
import org.springframework.stereotype.Component;

/** Publishes messages to the engine; one that it has already is as good as published. */
@Component
class EngineMessages {

  private final CamundaClient camunda;
  private final ProcessSettings settings;

  EngineMessages(CamundaClient camunda, ProcessSettings settings) {
    this.camunda = camunda;
    this.settings = settings;
  }

  /**
   * @throws EngineFailure when the engine has not got it
   */
  void publish(EngineMessage message) {
    try {
      camunda
          .newPublishMessageCommand()
          .messageName(message.kind().messageName)
          .correlationKey(message.reference())
          .messageId(message.messageId())
          .timeToLive(settings.messageTimeToLive())
          .variables(message.payload())
          .send()
          .join();
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      if (failure.kind() != EngineFailure.Kind.REPEATED) {
        throw failure;
      }
    }
  }
}
