package dev.candor.notification.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that delivers letters until it is killed: its arguments are the database and a port.
 */
final class BusyPostalService {

  /** Long enough for a letter on a busy machine, short enough for a line that hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  static final int AT_ONCE = 16;

  private BusyPostalService() {}

  public static void main(String[] arguments) throws InterruptedException {
    var database = new PGSimpleDataSource();
    database.setURL(arguments[0]);
    database.setUser(arguments[1]);
    database.setPassword(arguments[2]);
    var pool = new HikariDataSource();
    pool.setDataSource(database);
    new PostalService(pool, Integer.parseInt(arguments[3]), PATIENCE, AT_ONCE).start();
    new CountDownLatch(1).await();
  }
}
