package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Handler;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.request.Refusal;

/** What is refused, in the contract's statuses. */
final class Problems {

  private Problems() {}

  /** The same handler, whose refusals are problems. */
  static Handler in(Handler handler) {
    return exchange -> {
      try {
        return handler.handle(exchange);
      } catch (Refusal refusal) {
        throw of(refusal);
      }
    };
  }

  static Problem of(Refusal refusal) {
    int status =
        switch (refusal.reason()) {
          case INVALID_ARGUMENT -> 400;
          case UNAUTHORIZED -> 401;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case INVALID_STATE, ALREADY_EXISTS -> 409;
          case CONTENT_TOO_LARGE -> 413;
          case INTERNAL -> 500;
          case NOT_IMPLEMENTED -> 501;
          case RESOURCE_EXHAUSTED, UNAVAILABLE -> 503;
          case DEADLINE_EXCEEDED -> 504;
        };
    return new Problem(status, refusal.title(), refusal.getMessage());
  }
}
