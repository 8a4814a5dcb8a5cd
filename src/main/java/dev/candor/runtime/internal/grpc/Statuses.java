package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** What is refused, in the statuses that gateway.proto promises. */
final class Statuses {

  private Statuses() {}

  static StatusRuntimeException of(Refusal refusal) {
    Status status =
        switch (refusal.reason()) {
          case INVALID_ARGUMENT -> Status.INVALID_ARGUMENT;
          case NOT_FOUND -> Status.NOT_FOUND;
          case INVALID_STATE -> Status.FAILED_PRECONDITION;
          case ALREADY_EXISTS -> Status.ALREADY_EXISTS;
          case UNAUTHORIZED -> Status.UNAUTHENTICATED;
          case FORBIDDEN -> Status.PERMISSION_DENIED;
          case RESOURCE_EXHAUSTED, CONTENT_TOO_LARGE -> Status.RESOURCE_EXHAUSTED;
          case UNAVAILABLE -> Status.UNAVAILABLE;
          case DEADLINE_EXCEEDED -> Status.DEADLINE_EXCEEDED;
          case NOT_IMPLEMENTED -> Status.UNIMPLEMENTED;
          case INTERNAL -> Status.INTERNAL;
        };
    return status.withDescription(refusal.getMessage()).asRuntimeException();
  }
}
