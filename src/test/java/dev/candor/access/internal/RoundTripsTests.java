package dev.candor.access.internal;

import static dev.candor.access.internal.SecuredRows.ROWS;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.candor.access.Acting;
import dev.candor.access.Identity;
import dev.candor.database.Text;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often the database is waited for: each time costs both sides as much as a small statement.
 */
class RoundTripsTests {

  /** After five the driver has a statement prepared, and from then on knows what it answers. */
  private static final int UNTIL_PREPARED = 10;

  @Test
  void shouldWaitOnceForTheBeginningAndWhoseItIsOnceForAStatementAndOnceForTheEnd() {
    try (var pool = pool()) {
      var transaction =
          new TransactionTemplate(
              new IdentifiedTransactions(pool, () -> Acting.current().orElse(Identity.NOBODY)));
      Supplier<String> one = () -> transaction.execute(status -> state(pool));

      assertThat(waits(() -> Acting.asServiceOn("worker", OneCase.REFERENCE, one::get)))
          .isEqualTo(3);
      assertThat(waits(() -> Acting.as(SecuredRows.person("desk"), one::get))).isEqualTo(3);
    }
  }

  private static String state(HikariDataSource pool) {
    return JdbcClient.create(pool)
        .sql("select state from cases where reference = ?")
        .param(Text.of(OneCase.REFERENCE))
        .query(String.class)
        .single();
  }

  private static int waits(Supplier<String> one) {
    for (var time = 0; time < UNTIL_PREPARED; time++) {
      assertThat(one.get()).isNotEmpty();
    }
    var before = CountedSockets.WAITS.get();
    one.get();
    return CountedSockets.WAITS.get() - before;
  }

  /** Text as the service sends it (application.yml). */
  private static HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(ROWS.pool().getJdbcUrl());
    pool.setUsername(ROWS.pool().getUsername());
    pool.setPassword(ROWS.pool().getPassword());
    pool.setMaximumPoolSize(1);
    pool.addDataSourceProperty("stringtype", "unspecified");
    pool.addDataSourceProperty("socketFactory", CountedSockets.class.getName());
    return pool;
  }

  /** Made by the driver. Whoever reads after they wrote something waits for the answer. */
  public static final class CountedSockets extends SocketFactory {

    private static final AtomicInteger WAITS = new AtomicInteger();

    @Override
    public Socket createSocket() {
      return new Socket() {

        private boolean hasAsked;

        @Override
        public OutputStream getOutputStream() throws IOException {
          return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              hasAsked = true;
              out.write(bytes, offset, length);
            }
          };
        }

        @Override
        public InputStream getInputStream() throws IOException {
          return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
              if (hasAsked) {
                WAITS.incrementAndGet();
                hasAsked = false;
              }
              return in.read(bytes, offset, length);
            }
          };
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }
  }
}
