package dev.candor.runtime.internal.inside;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.grpc.GatewayApi;
import dev.candor.runtime.internal.http.Dispatcher;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.client.impl.CamundaClientImpl;
import io.camunda.client.impl.NoopCredentialsProvider;
import io.camunda.client.impl.http.HttpClient;
import io.camunda.client.impl.http.HttpClientFactory;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The way in for clients in this JVM: the same two APIs, without a port. The official client is
 * given other transports, and is otherwise itself (see src/docs/adr/0010).
 */
public final class InnerDoor implements AutoCloseable {

  static final InetSocketAddress HERE = InetSocketAddress.createUnresolved("in-this-jvm", 0);

  private static final URI ADDRESS = URI.create("http://" + HERE.getHostString());

  private final RuntimeCore core;
  private final Dispatcher rest;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Grpc grpc;

  /** The gRPC API and what carries it; there when the first client is. */
  private record Grpc(ExecutorService network, GatewayApi api, Server server) {}

  public InnerDoor(RuntimeCore core, Dispatcher rest) {
    this.core = core;
    this.rest = rest;
  }

  /**
   * A new client.
   *
   * @param settings what it is to be like; where it connects to and what it brings there has no
   *     effect
   */
  public synchronized CamundaClient client(Consumer<CamundaClientBuilder> settings) {
    var builder = new CamundaClientBuilderImpl();
    builder.applyEnvironmentVariableOverrides(false);
    settings.accept(builder);
    builder.restAddress(ADDRESS).grpcAddress(ADDRESS);
    var http =
        new HttpClient(
            new InnerHttp(rest, threads),
            new ObjectMapper(),
            ADDRESS.resolve(HttpClientFactory.REST_API_PATH),
            RequestConfig.DEFAULT,
            builder.getMaxMessageSize(),
            TimeValue.ZERO_MILLISECONDS,
            new NoopCredentialsProvider());
    return new CamundaClientImpl(builder, channel(), http);
  }

  private ManagedChannel channel() {
    if (grpc == null) {
      grpc = open();
    }
    return InProcessChannelBuilder.forAddress(grpc.server.getListenSockets().getFirst())
        .executor(threads)
        .build();
  }

  private Grpc open() {
    // One thread, as for the door with a port: it hears of hang-ups in the order of what was said.
    var network =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("runtime-inside").factory());
    var api = new GatewayApi(core, network, () -> HERE);
    var server =
        InProcessServerBuilder.forName(InProcessServerBuilder.generateName())
            .executor(network)
            .addService(api.service())
            .build();
    try {
      return new Grpc(network, api, server.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what is under way; clients stay to be closed by who has them. */
  @Override
  public synchronized void close() {
    if (grpc != null) {
      grpc.api.close();
      grpc.server.shutdownNow();
      grpc.network.shutdown();
      grpc = null;
    }
    threads.shutdownNow();
  }
}
