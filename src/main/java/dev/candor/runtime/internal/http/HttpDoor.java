package dev.candor.runtime.internal.http;

import dev.candor.runtime.PortInUse;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.DoorFactory;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.net.InetAddress;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A door that speaks HTTP. */
public final class HttpDoor implements Door {

  private final DoorFactory.Kind kind;
  private final InetAddress host;
  private final int port;
  private final Routes routes;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Vertx vertx;
  private @Nullable HttpServer server;

  /**
   * @param port 0 for any free one
   */
  public HttpDoor(DoorFactory.Kind kind, InetAddress host, int port, Routes routes) {
    this.kind = kind;
    this.host = host;
    this.port = port;
    this.routes = routes;
  }

  @Override
  public void open() {
    Vertx vertx = Vertx.vertx(withoutFiles());
    this.vertx = vertx;
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host.getHostAddress())
            .setPort(port)
            .setCompressionSupported(false)
            .setReuseAddress(true);
    try {
      server =
          vertx
              .createHttpServer(options)
              .requestHandler(router(vertx))
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .join();
    } catch (CompletionException e) {
      close();
      if (e.getCause() instanceof BindException) {
        throw new PortInUse(port, kind.property());
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

  private Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    for (Routes.Route route : routes.all()) {
      String path = route.path().replaceAll("\\{(\\w+)}", ":$1");
      router
          .route(HttpMethod.valueOf(route.method()), path)
          .handler(new Requests(route.handler(), threads));
    }
    router.route().handler(new Requests(HttpDoor::unknown, threads));
    return router;
  }

  private static Reply unknown(Exchange exchange) {
    throw Problem.notFound("No endpoint " + exchange.path());
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
