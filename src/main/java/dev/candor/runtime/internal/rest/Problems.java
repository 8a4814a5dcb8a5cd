package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.CommandAnswer.Rejected;
import dev.candor.runtime.internal.command.CommandFailure;
import dev.candor.runtime.internal.http.Problem;

/** What the engine refuses, in the contract's statuses. */
final class Problems {

  private Problems() {}

  static Problem of(Rejected rejected) {
    int status =
        switch (rejected.type()) {
          case NOT_FOUND -> 404;
          case INVALID_ARGUMENT -> 400;
          case INVALID_STATE, ALREADY_EXISTS -> 409;
          case UNAUTHORIZED -> 401;
          case FORBIDDEN -> 403;
          case EXCEEDED_BATCH_RECORD_SIZE, PROCESSING_ERROR, SBE_UNKNOWN, NULL_VAL -> 500;
        };
    return new Problem(
        status,
        rejected.type().name(),
        "Command '%s' rejected with code '%s': %s"
            .formatted(rejected.intent().name(), rejected.type().name(), rejected.reason()));
  }

  static Problem of(CommandFailure failure) {
    return switch (failure.kind()) {
      case BUSY, STORAGE -> new Problem(503, "RESOURCE_EXHAUSTED", failure.getMessage());
      case NOT_RUNNING, PURGED -> new Problem(503, "UNAVAILABLE", failure.getMessage());
      case TOO_LARGE -> Problem.invalid(failure.getMessage());
    };
  }
}
