package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.door.Doorkeeper;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Lets through the calls that the doorkeeper lets in. */
record Callers(Doorkeeper doorkeeper) implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("Authorization", Metadata.ASCII_STRING_MARSHALLER);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    if (doorkeeper.letsIn(metadata.get(AUTHORIZATION))) {
      return next.startCall(call, metadata);
    }
    call.close(
        Status.UNAUTHENTICATED.withDescription("This runtime asks for a name and a password"),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
