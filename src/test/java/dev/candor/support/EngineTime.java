package dev.candor.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of a service's engine, moved by its management port.
 *
 * @param management {@code candor.runtime.management-address}
 */
public record EngineTime(URI management) {

  private static final String CLOCK = "/actuator/clock";

  /** A little later, so that what is due then has happened. */
  public void passes(Instant instant) {
    var offset = Duration.between(Instant.now(), instant.plusSeconds(1)).toMillis();
    var moved =
        HttpCall.to(management.getPort(), CLOCK + "/add")
            .postJson("{\"offsetMilli\": " + offset + "}");
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
  }

  public void isTheMachinesAgain() {
    HttpCall.to(management.getPort(), CLOCK).method("DELETE");
  }
}
