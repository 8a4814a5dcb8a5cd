package dev.candor.runtime.internal.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests of one route: reads them whole, has them handled off the event loop, answers. */
final class Requests implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  /** More than the engine takes in one record (4 MB), so that it is the engine that refuses. */
  private static final int LARGEST_BODY = 16 * 1024 * 1024;

  private final dev.candor.runtime.internal.http.Handler handler;
  private final ExecutorService threads;

  Requests(dev.candor.runtime.internal.http.Handler handler, ExecutorService threads) {
    this.handler = handler;
    this.threads = threads;
  }

  @Override
  public void handle(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    Context eventLoop = routing.vertx().getOrCreateContext();
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() <= LARGEST_BODY) {
            body.appendBuffer(chunk);
          } else if (!request.response().ended()) {
            write(routing, tooLarge(), true);
          }
        });
    request.endHandler(
        end -> {
          if (!request.response().ended()) {
            Exchange exchange = new Exchange(routing, body.getBytes());
            request.response().closeHandler(closed -> exchange.hangUp());
            request.response().exceptionHandler(broken -> exchange.hangUp());
            run(exchange, routing, eventLoop);
          }
        });
  }

  private void run(Exchange exchange, RoutingContext routing, Context eventLoop) {
    try {
      threads.execute(
          () -> {
            Reply reply = answer(exchange);
            eventLoop.runOnContext(any -> write(routing, reply, false));
          });
    } catch (RejectedExecutionException e) {
      write(routing, closing().reply(exchange.path()), true);
    }
  }

  private Reply answer(Exchange exchange) {
    try {
      return handler.handle(exchange);
    } catch (Problem problem) {
      return problem.reply(exchange.path());
    } catch (RuntimeException e) {
      LOG.error("{} could not be answered", exchange.path(), e);
      return new Problem(500, "INTERNAL_ERROR", "Unexpected error; the log has the details")
          .reply(exchange.path());
    }
  }

  private static Problem closing() {
    return new Problem(503, "UNAVAILABLE", "The runtime is closing");
  }

  private static Reply tooLarge() {
    return new Problem(413, "CONTENT_TOO_LARGE", "The body is larger than 16 MB").reply("");
  }

  private static void write(RoutingContext routing, Reply reply, boolean last) {
    HttpServerResponse response = routing.response();
    if (response.closed() || response.ended()) {
      return;
    }
    response.setStatusCode(reply.status());
    if (reply.contentType() != null) {
      response.putHeader("Content-Type", reply.contentType());
    }
    if (last) {
      response.putHeader("Connection", "close");
    }
    response.end(Buffer.buffer(reply.content()));
  }
}
