package dev.candor.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to the database on a connection of its own, and again on the next when that breaks. */
@Component
class DatabaseNews implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DatabaseNews.class);

  /** So often each listener is asked whether they are there: less than proxies wait for a line. */
  private static final Duration QUIET = Duration.ofSeconds(20);

  private static final long TURN_NANOS = QUIET.dividedBy(DeskListeners.TURNS).toNanos();

  /** How long the end of the service may wait for this. */
  private static final int POLL_MILLIS = 500;

  private static final Duration BEFORE_THE_NEXT = Duration.ofSeconds(1);

  private final DataSource dataSource;
  private final DeskListeners listeners;
  private final ObjectMapper json;
  private volatile @Nullable Thread thread;

  DatabaseNews(DataSource dataSource, DeskListeners listeners, ObjectMapper json) {
    this.dataSource = dataSource;
    this.listeners = listeners;
    this.json = json;
  }

  @Override
  public synchronized void start() {
    var started = Thread.ofPlatform().daemon().name("desk-news").unstarted(this::run);
    thread = started;
    started.start();
  }

  @Override
  public synchronized void stop() {
    var running = thread;
    thread = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private boolean isWanted() {
    return thread == Thread.currentThread();
  }

  private void run() {
    while (isWanted()) {
      try (var connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException broken) {
        if (isWanted()) {
          log.warn("The desk does not hear from the database: {}", broken.getSQLState());
        }
        if (!waited()) {
          return;
        }
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen candor_desk");
    }
    listeners.tellAll();
    var database = connection.unwrap(PGConnection.class);
    var asked = System.nanoTime();
    try {
      while (isWanted()) {
        var news = database.getNotifications(POLL_MILLIS);
        for (var each : news) {
          listeners.tell(read(each.getParameter()));
        }
        if (System.nanoTime() - asked > TURN_NANOS) {
          asked += TURN_NANOS;
          listeners.askWhoIsThere();
        }
      }
    } finally {
      try (var statement = connection.createStatement()) {
        statement.execute("unlisten candor_desk");
      }
    }
  }

  private DeskChange read(String told) {
    try {
      return json.readValue(told, DeskChange.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The database told something else than a change", e);
    }
  }

  private boolean waited() {
    try {
      new CountDownLatch(1).await(BEFORE_THE_NEXT.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
