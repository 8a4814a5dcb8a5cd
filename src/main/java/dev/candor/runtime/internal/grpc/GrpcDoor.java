package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.PortInUse;
import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.Place;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The door that speaks gRPC. One thread does all of its network work, and hears there of clients
 * that hang up: in the order in which they said so and what else they said.
 */
public final class GrpcDoor implements Door {

  /** More than the engine takes in one record (4 MB), so that it is the engine that refuses. */
  private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

  private static final int ANSWERS_MAY_TAKE_SECONDS = 2;

  private final RuntimeCore core;
  private final Place place;
  private @Nullable EventLoopGroup network;
  private @Nullable GatewayApi api;
  private @Nullable Server server;

  public GrpcDoor(RuntimeCore core, Place place) {
    this.core = core;
    this.place = place;
  }

  @Override
  public void open() {
    EventLoopGroup loop = new NioEventLoopGroup(1, new DefaultThreadFactory("runtime-grpc", true));
    network = loop;
    GatewayApi api =
        new GatewayApi(
            core, loop.next(), () -> new InetSocketAddress(place.host().getHostAddress(), port()));
    this.api = api;
    Server made =
        NettyServerBuilder.forAddress(new InetSocketAddress(place.host(), place.port()))
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .directExecutor()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            // Workers' streams are quiet for long, and their clients may ask if they still stand.
            .permitKeepAliveTime(1, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .intercept(new Callers(place.doorkeeper()))
            .addService(api.service())
            .build();
    try {
      server = made.start();
    } catch (IOException e) {
      close();
      if (e.getCause() instanceof BindException) {
        throw new PortInUse(place.port(), Kind.GRPC.property());
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

  @Override
  public void close() {
    if (api != null) {
      api.endStreams();
    }
    if (server != null) {
      server.shutdown();
      awaitAnswers(server);
      server = null;
    }
    if (api != null) {
      api.close();
      api = null;
    }
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
