package dev.candor.database.internal;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;

/**
 * Asks the pool of people, then that of the service: either can be used up by itself. Where the
 * database is gone, the first says so, and nobody waits for the second as well.
 */
final class HealthOfBothPools implements HealthIndicator {

  private final List<DataSourceHealthIndicator> pools;

  HealthOfBothPools(DataSource people, DataSource service) {
    this.pools =
        List.of(new DataSourceHealthIndicator(people), new DataSourceHealthIndicator(service));
  }

  @Override
  public Health health() {
    var health = Health.up().build();
    for (var pool : pools) {
      health = pool.health();
      if (!health.getStatus().equals(Status.UP)) {
        break;
      }
    }
    return health;
  }
}
