package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.PortInUse;
import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.DoorFactory.Kind;
import dev.candor.runtime.internal.request.Engine;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The door that speaks gRPC. One thread does all of its network work, and hears there of clients
 * that hang up: in the order in which they said so and what else they said.
 */
final class GrpcDoor implements Door {

  /** More than the engine takes in one record (4 MB), so that it is the engine that refuses. */
  private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

  private static final int ANSWERS_MAY_TAKE_SECONDS = 2;

  private final RuntimeCore core;
  private final InetAddress host;
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable EventLoopGroup network;
  private @Nullable WorkerStreams streams;
  private @Nullable Server server;

  /**
   * @param port 0 for any free one
   */
  GrpcDoor(RuntimeCore core, InetAddress host, int port) {
    this.core = core;
    this.host = host;
    this.port = port;
  }

  @Override
  public void open() {
    EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("runtime-grpc", true));
    network = loop;
    Engine engine = new Engine(core);
    WorkerStreams workers = new WorkerStreams(core, loop.next());
    streams = workers;
    Server made =
        NettyServerBuilder.forAddress(new InetSocketAddress(host, port))
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .directExecutor()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            // Workers' streams are quiet for long, and their clients may ask if they still stand.
            .permitKeepAliveTime(1, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(
                GatewayService.over(engine, workers, new Calls(threads), new Topology(core, this)))
            .build();
    try {
      server = made.start();
    } catch (IOException e) {
      close();
      if (e.getCause() instanceof BindException) {
        throw new PortInUse(port, Kind.GRPC.property());
      }
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int port() {
    Server server = this.server;
    if (server == null) {
      throw new IllegalStateException("the door is not open");
    }
    return server.getPort();
  }

  InetAddress host() {
    return host;
  }

  @Override
  public void close() {
    if (streams != null) {
      streams.close();
      streams = null;
    }
    if (server != null) {
      server.shutdown();
      awaitAnswers(server);
      server = null;
    }
    threads.shutdownNow();
    if (network != null) {
      network
          .shutdownGracefully(0, ANSWERS_MAY_TAKE_SECONDS, TimeUnit.SECONDS)
          .awaitUninterruptibly();
      network = null;
    }
  }

  private static void awaitAnswers(Server server) {
    try {
      if (!server.awaitTermination(ANSWERS_MAY_TAKE_SECONDS, TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
