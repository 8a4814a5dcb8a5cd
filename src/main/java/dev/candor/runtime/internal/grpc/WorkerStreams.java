package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.jobs.JobsAvailable.Subscription;
import dev.candor.runtime.internal.request.Refusal;
import dev.candor.runtime.internal.request.StreamWishes;
import dev.candor.runtime.internal.request.Values;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.StreamActivatedJobsRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The streams by which workers are handed jobs. */
final class WorkerStreams implements AutoCloseable {

  /** Small enough not to pile up jobs at a worker that does not read. */
  private static final int MOST_BYTES_UNSENT = 256 * 1024;

  private final RuntimeCore core;
  private final Executor network;
  private final Set<WorkerStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * @param network the one thread that sends and hears of hang-ups
   */
  WorkerStreams(RuntimeCore core, Executor network) {
    this.core = core;
    this.network = network;
  }

  /** Opens one; called on the network's thread. */
  void open(StreamActivatedJobsRequest request, StreamObserver<ActivatedJob> observer) {
    ServerCallStreamObserver<ActivatedJob> call = (ServerCallStreamObserver<ActivatedJob>) observer;
    try {
      StreamWishes wishes =
          StreamWishes.of(
              request.getWorker(),
              request.getFetchVariableList(),
              request.getTimeout(),
              request.getTenantIdsList());
      String type = Values.required("type", request.getType());
      call.setOnReadyThreshold(MOST_BYTES_UNSENT);
      WorkerStream stream = new WorkerStream(call, network, this::giveBack);
      Subscription subscription = core.jobStreams().open(type, wishes, stream::take);
      open.add(stream);
      call.setOnCancelHandler(
          () -> {
            subscription.close();
            open.remove(stream);
            stream.hungUp();
          });
      if (closing) {
        // It came when the others had been told, or just then.
        subscription.close();
        stream.end();
      }
    } catch (Refusal refusal) {
      call.onError(Statuses.of(refusal));
    }
  }

  private void giveBack(long jobKey) {
    core.commands().tell(Command.giveBack(jobKey));
  }

  /** Ends them all, and each that comes from now on. */
  @Override
  public void close() {
    closing = true;
    open.forEach(WorkerStream::end);
    open.clear();
  }
}
