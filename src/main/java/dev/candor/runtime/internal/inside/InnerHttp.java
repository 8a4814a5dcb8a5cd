package dev.candor.runtime.internal.inside;

import dev.candor.runtime.internal.http.Dispatcher;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Incoming;
import dev.candor.runtime.internal.http.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.concurrent.FutureContribution;
import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncPushConsumer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.HandlerFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorStatus;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** An HTTP client without a network: what it is asked, it has answered by the API in this JVM. */
final class InnerHttp extends CloseableHttpAsyncClient {

  private final Dispatcher dispatcher;
  private final Executor threads;
  private final Set<Future<?>> underWay = ConcurrentHashMap.newKeySet();
  private volatile IOReactorStatus status = IOReactorStatus.INACTIVE;

  InnerHttp(Dispatcher dispatcher, Executor threads) {
    this.dispatcher = dispatcher;
    this.threads = threads;
  }

  @Override
  public void start() {
    status = IOReactorStatus.ACTIVE;
  }

  @Override
  public IOReactorStatus getStatus() {
    return status;
  }

  @Override
  protected <T> Future<T> doExecute(
      @Nullable HttpHost target,
      AsyncRequestProducer producer,
      AsyncResponseConsumer<T> consumer,
      @Nullable HandlerFactory<AsyncPushConsumer> pushes,
      @Nullable HttpContext given,
      @Nullable FutureCallback<T> callback) {
    HttpContext context = given == null ? HttpCoreContext.create() : given;
    ComplexFuture<T> answer = new ComplexFuture<>(callback);
    try {
      producer.sendRequest(
          (head, entity, any) -> {
            Exchange exchange = dispatcher.begin(incoming(head, entity, producer));
            underWay.add(answer);
            answer.setDependency(
                () -> {
                  exchange.hangUp();
                  return true;
                });
            threads.execute(() -> deliver(dispatcher.answer(exchange), consumer, context, answer));
          },
          context);
    } catch (HttpException | IOException e) {
      answer.failed(e);
    } catch (RejectedExecutionException e) {
      answer.failed(new IOException("The runtime is closed", e));
    }
    return answer;
  }

  private static Incoming incoming(
      HttpRequest head, @Nullable EntityDetails entity, AsyncRequestProducer producer)
      throws IOException {
    Body body = new Body();
    while (entity != null && !body.isWhole()) {
      producer.produce(body);
    }
    return new Incoming(
        head.getMethod(),
        head.getRequestUri(),
        Optional.ofNullable(entity).map(EntityDetails::getContentType),
        body.bytes(),
        InnerDoor.HERE);
  }

  private <T> void deliver(
      Reply reply,
      AsyncResponseConsumer<T> consumer,
      HttpContext context,
      ComplexFuture<T> answer) {
    underWay.remove(answer);
    BasicHttpResponse head = new BasicHttpResponse(reply.status());
    EntityDetails details = null;
    if (reply.contentType() != null) {
      head.addHeader(HttpHeaders.CONTENT_TYPE, reply.contentType());
      details =
          new BasicEntityDetails(reply.content().length, ContentType.parse(reply.contentType()));
    }
    try {
      consumer.consumeResponse(head, details, context, whole(answer));
      if (details != null) {
        consumer.consume(ByteBuffer.wrap(reply.content()));
        consumer.streamEnd(List.of());
      }
    } catch (HttpException | IOException e) {
      answer.failed(e);
    }
  }

  private static <T> FutureCallback<T> whole(ComplexFuture<T> answer) {
    return new FutureContribution<>(answer) {
      @Override
      public void completed(T result) {
        answer.completed(result);
      }
    };
  }

  @Override
  public void register(String host, String uriPattern, Supplier<AsyncPushConsumer> supplier) {
    throw new UnsupportedOperationException("The API pushes nothing over HTTP");
  }

  @Override
  public void initiateShutdown() {
    close();
  }

  @Override
  public void awaitShutdown(TimeValue patience) {}

  @Override
  public void close(CloseMode mode) {
    close();
  }

  /** Hangs up on everything under way. */
  @Override
  public void close() {
    status = IOReactorStatus.SHUT_DOWN;
    underWay.forEach(answer -> answer.cancel(true));
    underWay.clear();
  }
}
