package dev.candor.runtime.internal.http;

import dev.candor.runtime.PortInUse;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.Place;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A door that speaks HTTP. */
public final class HttpDoor implements Door {

  private final Kind kind;
  private final Place place;
  private final Dispatcher dispatcher;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Vertx vertx;
  private @Nullable HttpServer server;

  public HttpDoor(Kind kind, Place place, Dispatcher dispatcher) {
    this.kind = kind;
    this.place = place;
    this.dispatcher = dispatcher;
  }

  @Override
  public void open() {
    Vertx vertx = Vertx.vertx(withoutFiles());
    this.vertx = vertx;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(place.host().getHostAddress())
            .setPort(place.port())
            .setCompressionSupported(false)
            // On HTTP/2 the end of an answer looks like a hang-up: jobs would be given back.
            .setHttp2ClearTextEnabled(false)
            .setReuseAddress(true);
    try {
      server =
          vertx
              .createHttpServer(options)
              .requestHandler(new Requests(vertx, place.doorkeeper(), dispatcher, threads))
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .join();
    } catch (CompletionException e) {
      close();
      if (e.getCause() instanceof BindException) {
        throw new PortInUse(place.port(), kind.property());
      }
      throw e;
    }
  }

  private static VertxOptions withoutFiles() {
    return new VertxOptions()
        .setEventLoopPoolSize(2)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  @Override
  public int port() {
    HttpServer server = this.server;
    if (server == null) {
      throw new IllegalStateException("the door is not open");
    }
    return server.actualPort();
  }

  @Override
  public void close() {
    Vertx vertx = this.vertx;
    if (vertx != null) {
      threads.shutdown();
      awaitAnswers();
      vertx.close().toCompletionStage().toCompletableFuture().join();
      this.vertx = null;
    }
  }

  private void awaitAnswers() {
    try {
      if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
