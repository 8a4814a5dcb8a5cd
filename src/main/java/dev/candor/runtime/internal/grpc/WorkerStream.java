package dev.candor.runtime.internal.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/** One worker's stream. What it took but had not yet sent when the worker hung up is given back. */
final class WorkerStream {

  private final ServerCallStreamObserver<ActivatedJob> worker;
  private final Executor network;
  private final LongConsumer giveBack;
  private final Set<Long> unsent = ConcurrentHashMap.newKeySet();
  private boolean closed;

  WorkerStream(
      ServerCallStreamObserver<ActivatedJob> worker, Executor network, LongConsumer giveBack) {
    this.worker = worker;
    this.network = network;
    this.giveBack = giveBack;
  }

  /** Sends the job; false if the worker is gone or does not keep up. */
  boolean take(long key, JobRecord record) {
    ActivatedJob job = JobMessages.show(key, record);
    synchronized (this) {
      if (closed || worker.isCancelled() || !worker.isReady()) {
        return false;
      }
      unsent.add(key);
      worker.onNext(job);
    }
    // The network's thread writes what is queued before the second turn: then it is sent.
    network.execute(() -> network.execute(() -> unsent.remove(key)));
    return true;
  }

  /** On the network's thread: nothing is sent from now on. */
  synchronized void hungUp() {
    closed = true;
    unsent.forEach(giveBack::accept);
    unsent.clear();
  }

  /** Tells the worker that this side closes. */
  synchronized void end() {
    if (!closed) {
      closed = true;
      worker.onError(
          Status.UNAVAILABLE.withDescription("The runtime is closing").asRuntimeException());
    }
  }
}
