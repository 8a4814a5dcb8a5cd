package dev.candor.runtime.internal.http;

import dev.candor.runtime.internal.door.Doorkeeper;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** Takes requests: reads them whole, has them handled off the event loop, answers. */
final class Requests implements Handler<HttpServerRequest> {

  /** More than the engine takes in one record (4 MB), so that it is the engine that refuses. */
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private final Vertx vertx;
  private final Doorkeeper doorkeeper;
  private final Dispatcher dispatcher;
  private final ExecutorService threads;

  Requests(Vertx vertx, Doorkeeper doorkeeper, Dispatcher dispatcher, ExecutorService threads) {
    this.vertx = vertx;
    this.doorkeeper = doorkeeper;
    this.dispatcher = dispatcher;
    this.threads = threads;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (!doorkeeper.letsIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      request.response().putHeader("WWW-Authenticate", Doorkeeper.CHALLENGE);
      write(request, unauthorized(request), true);
      return;
    }
    Context eventLoop = vertx.getOrCreateContext();
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() <= LARGEST_BODY) {
            body.appendBuffer(chunk);
          } else if (!request.response().ended()) {
            write(request, tooLarge(request.path()), true);
          }
        });
    request.endHandler(
        end -> {
          if (!request.response().ended()) {
            Exchange exchange = dispatcher.begin(incoming(request, body));
            request.response().closeHandler(closed -> exchange.hangUp());
            request.response().exceptionHandler(broken -> exchange.hangUp());
            run(exchange, request, eventLoop);
          }
        });
  }

  private static Incoming incoming(HttpServerRequest request, Buffer body) {
    return new Incoming(
        request.method().name(),
        request.uri(),
        Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)),
        body.getBytes(),
        new InetSocketAddress(request.localAddress().hostAddress(), request.localAddress().port()));
  }

  private void run(Exchange exchange, HttpServerRequest request, Context eventLoop) {
    try {
      threads.execute(
          () -> {
            Reply reply = dispatcher.answer(exchange);
            eventLoop.runOnContext(any -> write(request, reply, false));
          });
    } catch (RejectedExecutionException e) {
      write(request, closing().reply(exchange.path()), true);
    }
  }

  private static Problem closing() {
    return new Problem(503, "UNAVAILABLE", "The runtime is closing");
  }

  private static Reply unauthorized(HttpServerRequest request) {
    return new Problem(401, "UNAUTHORIZED", "This runtime asks for a name and a password")
        .reply(request.path());
  }

  private static Reply tooLarge(String path) {
    return new Problem(413, "CONTENT_TOO_LARGE", "The body is larger than 16 MB").reply(path);
  }

  private static void write(HttpServerRequest request, Reply reply, boolean last) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(reply.status());
    if (reply.contentType() != null) {
      response.putHeader("Content-Type", reply.contentType());
    }
    if (last && request.version() != HttpVersion.HTTP_2) {
      response.putHeader("Connection", "close");
    }
    response.end(Buffer.buffer(reply.content()));
  }
}
