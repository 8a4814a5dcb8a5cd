package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.request.BroadcastSignal;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.PublishMessage;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;

/** Messages and signals. */
final class MessageCalls {

  private MessageCalls() {}

  static void addTo(Rpcs rpcs) {
    rpcs.command(
            GatewayGrpc.getPublishMessageMethod(),
            MessageCalls::message,
            done ->
                PublishMessageResponse.newBuilder()
                    .setKey(done.key())
                    .setTenantId(Engine.TENANT)
                    .build())
        .command(
            GatewayGrpc.getBroadcastSignalMethod(),
            MessageCalls::signal,
            done ->
                BroadcastSignalResponse.newBuilder()
                    .setKey(done.key())
                    .setTenantId(Engine.TENANT)
                    .build());
  }

  private static Command message(PublishMessageRequest request) {
    return new PublishMessage(
            request.getName(),
            request.getCorrelationKey(),
            request.getTimeToLive(),
            request.getMessageId(),
            Documents.read(request.getVariables()),
            request.getTenantId())
        .command();
  }

  private static Command signal(BroadcastSignalRequest request) {
    return new BroadcastSignal(
            request.getSignalName(), Documents.read(request.getVariables()), request.getTenantId())
        .command();
  }
}
