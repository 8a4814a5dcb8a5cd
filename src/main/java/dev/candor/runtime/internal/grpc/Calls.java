package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.Refusal;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls off the network's thread. */
final class Calls {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

  private final Executor threads;

  Calls(Executor threads) {
    this.threads = threads;
  }

  /** Answers a call with one message, or with what the refusal says. */
  <T> void answer(StreamObserver<T> observer, Function<HangUp, T> work) {
    ServerCallStreamObserver<T> call = (ServerCallStreamObserver<T>) observer;
    HangUp hangUp = new HangUp();
    call.setOnCancelHandler(hangUp::happened);
    try {
      threads.execute(() -> answerNow(call, hangUp, work));
    } catch (RejectedExecutionException e) {
      call.onError(
          Status.UNAVAILABLE.withDescription("The runtime is closing").asRuntimeException());
    }
  }

  private static <T> void answerNow(
      StreamObserver<T> call, HangUp hangUp, Function<HangUp, T> work) {
    try {
      T answer = work.apply(hangUp);
      call.onNext(answer);
      call.onCompleted();
    } catch (Refusal refusal) {
      call.onError(Statuses.of(refusal));
    } catch (RuntimeException e) {
      LOG.error("A call could not be answered", e);
      call.onError(
          Status.INTERNAL
              .withDescription("Unexpected error; the log has the details")
              .asRuntimeException());
    }
  }
}
