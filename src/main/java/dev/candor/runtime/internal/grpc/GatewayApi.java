package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.request.Engine;
import io.grpc.ServerServiceDefinition;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The gRPC API, for whatever carries it. */
public final class GatewayApi implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final WorkerStreams streams;
  private final ServerServiceDefinition service;

  /**
   * @param network the one thread that sends and hears of hang-ups
   * @param address where clients reach it, once it is open
   */
  public GatewayApi(RuntimeCore core, Executor network, Supplier<InetSocketAddress> address) {
    streams = new WorkerStreams(core, network);
    service =
        GatewayService.over(
            new Engine(core), streams, new Calls(threads), new Topology(core, address));
  }

  public ServerServiceDefinition service() {
    return service;
  }

  /** Tells the workers with open streams. */
  public void endStreams() {
    streams.close();
  }

  /** Ends what is still under way. */
  @Override
  public void close() {
    endStreams();
    threads.shutdownNow();
  }
}
