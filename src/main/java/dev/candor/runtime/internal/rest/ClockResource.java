package dev.candor.runtime.internal.rest;

import dev.candor.runtime.RuntimeClock;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Values;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stops the engine's clock at an instant, and lets it run again. */
final class ClockResource implements Resource {

  /**
   * Where to stop.
   *
   * @param timestamp milliseconds since 1970
   */
  record Pin(@Nullable Long timestamp) {}

  private final RuntimeClock clock;

  ClockResource(RuntimeClock clock) {
    this.clock = clock;
  }

  @Override
  public void addTo(Routes routes) {
    routes.put("/clock", this::pin).post("/clock/reset", this::reset);
  }

  private Reply pin(Exchange exchange) {
    long timestamp = Values.required("timestamp", exchange.body(Pin.class).timestamp);
    if (timestamp < 0) {
      throw Problem.invalid("The timestamp must not be negative");
    }
    clock.pin(Instant.ofEpochMilli(timestamp));
    return Reply.noContent();
  }

  private Reply reset(Exchange exchange) {
    clock.reset();
    return Reply.noContent();
  }
}
