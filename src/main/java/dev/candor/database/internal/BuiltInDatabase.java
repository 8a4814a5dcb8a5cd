package dev.candor.database.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The built-in database while it starts beside the rest, and until everything is closed. */
class BuiltInDatabase implements AutoCloseable {

  private final CompletableFuture<CandorDatabase> starting;

  BuiltInDatabase(Path folder, int port, Map<String, String> settings) {
    starting =
        CompletableFuture.supplyAsync(
            () -> {
              var server = PostgresServer.start(new PostgresFolder(folder), port, settings);
              return prepared(server);
            },
            task -> Thread.ofPlatform().daemon().name("postgres-start").start(task));
  }

  /**
   * Waits until it is there.
   *
   * @throws DatabaseCannotStart with the reason
   */
  CandorDatabase get() {
    try {
      return starting.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof DatabaseCannotStart reason) {
        throw reason;
      }
      throw failure;
    }
  }

  @Override
  public synchronized void close() {
    starting.handle((database, failure) -> database).thenAccept(BuiltInDatabase::stop).join();
  }

  private static CandorDatabase prepared(PostgresServer server) {
    try {
      var database = new CandorDatabase(server, "candor");
      database.prepare();
      return database;
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  private static void stop(CandorDatabase database) {
    if (database != null) {
      database.server().close();
    }
  }
}
