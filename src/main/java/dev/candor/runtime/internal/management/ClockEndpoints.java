package dev.candor.runtime.internal.management;

import dev.candor.runtime.RuntimeClock;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The engine's time: read, stop, move, let run. */
final class ClockEndpoints {

  /** What time it is. */
  record Now(long epochMilli, Instant instant) {

    static Now of(RuntimeClock clock) {
      Instant instant = clock.instant();
      return new Now(instant.toEpochMilli(), instant);
    }
  }

  /** How far to move. */
  record Offset(@Nullable Long offsetMilli) {}

  /** Where to stop. */
  record Pin(@Nullable Long epochMilli) {}

  private final RuntimeClock clock;

  ClockEndpoints(RuntimeClock clock) {
    this.clock = clock;
  }

  void addTo(Routes routes) {
    routes
        .get("/clock", exchange -> Reply.json(Now.of(clock)))
        .post("/clock/add", this::add)
        .post("/clock/pin", this::pin)
        .post("/clock/next-timer", this::nextTimer)
        .delete("/clock", this::reset);
  }

  private Reply add(Exchange exchange) {
    Long offset = exchange.body(Offset.class).offsetMilli;
    if (offset == null) {
      throw Problem.invalid("No offsetMilli provided");
    }
    clock.advance(Duration.ofMillis(offset));
    return Reply.json(Now.of(clock));
  }

  private Reply pin(Exchange exchange) {
    Long epochMilli = exchange.body(Pin.class).epochMilli;
    if (epochMilli == null) {
      throw Problem.invalid("No epochMilli provided");
    }
    clock.pin(Instant.ofEpochMilli(epochMilli));
    return Reply.json(Now.of(clock));
  }

  private Reply nextTimer(Exchange exchange) {
    if (clock.advanceToNextTimer().isEmpty()) {
      throw new Problem(409, "INVALID_STATE", "No timer waits");
    }
    return Reply.json(Now.of(clock));
  }

  private Reply reset(Exchange exchange) {
    clock.reset();
    return Reply.json(Now.of(clock));
  }
}
