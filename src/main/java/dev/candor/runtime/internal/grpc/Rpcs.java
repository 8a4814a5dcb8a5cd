package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.OperationReference;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of gateway.proto, each bound to what answers it. */
final class Rpcs {

  private final ServerServiceDefinition.Builder service =
      ServerServiceDefinition.builder(GatewayGrpc.getServiceDescriptor());
  private final Engine engine;
  private final Calls calls;

  Rpcs(Engine engine, Calls calls) {
    this.engine = engine;
    this.calls = calls;
  }

  /** A call that is a command of the engine, answered with what the engine says. */
  <Q, A> Rpcs command(
      MethodDescriptor<Q, A> call, Function<Q, Command> read, Function<Accepted, A> show) {
    return answer(call, (request, caller) -> show.apply(engine.carryOut(read.apply(request))));
  }

  /** The same, for an answer that says nothing but "done". */
  <Q, A> Rpcs acknowledge(MethodDescriptor<Q, A> call, Function<Q, Command> read, A done) {
    return command(call, read, any -> done);
  }

  /** A call that is answered with one message. */
  <Q, A> Rpcs answer(MethodDescriptor<Q, A> call, BiFunction<Q, HangUp, A> work) {
    return add(
        call, (request, observer) -> calls.answer(observer, caller -> work.apply(request, caller)));
  }

  /** A call that answers itself, on the network's thread. */
  <Q, A> Rpcs add(MethodDescriptor<Q, A> call, BiConsumer<Q, StreamObserver<A>> work) {
    service.addMethod(
        call,
        call.getType() == MethodType.UNARY
            ? ServerCalls.asyncUnaryCall(work::accept)
            : ServerCalls.asyncServerStreamingCall(work::accept));
    return this;
  }

  /**
   * The service with every call of gateway.proto.
   *
   * @throws IllegalStateException if one was forgotten
   */
  ServerServiceDefinition build() {
    return service.build();
  }

  static OperationReference reference(boolean given, long value) {
    return new OperationReference(number(given, value));
  }

  static @Nullable Long number(boolean given, long value) {
    return given ? value : null;
  }
}
