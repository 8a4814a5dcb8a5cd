package dev.candor.database.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.actuate.health.Status.DOWN;
import static org.springframework.boot.actuate.health.Status.UP;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pools of one connection each, to a real PostgreSQL. */
class HealthOfBothPoolsTests {

  private final HikariDataSource people = new HikariDataSource();
  private final AtomicBoolean serviceAtWork = new AtomicBoolean();
  private TwoPools pools;

  @BeforeEach
  void connect() {
    people.setDataSource(TestDatabase.fresh().dataSource());
    people.setMaximumPoolSize(1);
    people.setConnectionTimeout(Duration.ofMillis(250).toMillis());
    pools = new TwoPools(people, serviceAtWork::get);
  }

  @AfterEach
  void disconnect() {
    pools.close();
    people.close();
  }

  @Test
  void shouldBeDownWhileEitherPoolHasNoConnectionLeft() throws SQLException {
    var health = pools.health();
    assertThat(health.health().getStatus()).isEqualTo(UP);

    for (var service : new boolean[] {true, false}) {
      serviceAtWork.set(service);
      try (var last = pools.getConnection()) {
        assertThat(last.isValid(0)).isTrue();
        assertThat(health.health().getStatus()).as("service: %s", service).isEqualTo(DOWN);
      }
      assertThat(health.health().getStatus()).isEqualTo(UP);
    }
  }
}
