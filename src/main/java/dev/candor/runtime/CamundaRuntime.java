package dev.candor.runtime;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.Door.Kind;
import dev.candor.runtime.internal.door.Doorkeeper;
import dev.candor.runtime.internal.door.Place;
import dev.candor.runtime.internal.engine.EngineCore;
import dev.candor.runtime.internal.engine.Keeping;
import dev.candor.runtime.internal.grpc.GrpcDoor;
import dev.candor.runtime.internal.http.Dispatcher;
import dev.candor.runtime.internal.http.HttpDoor;
import dev.candor.runtime.internal.inside.InnerDoor;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.log.MemoryJournal;
import dev.candor.runtime.internal.management.ManagementApi;
import dev.candor.runtime.internal.rest.RestApi;
import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Camunda 8 in this JVM. Any number may run side by side, each with its own state, time, log and
 * ports. It listens on this machine only, unless it is told otherwise and given a credential.
 */
public final class CamundaRuntime implements AutoCloseable {

  private final EngineCore core;
  private final InetAddress host;
  private final InnerDoor inside;
  private final Map<Kind, Door> doors = new EnumMap<>(Kind.class);

  private CamundaRuntime(Builder builder) {
    host = builder.checkedHost();
    Path folder = builder.folder;
    var keeping = new Keeping(builder.retention, builder.snapshotAfter.toBytes());
    core =
        new EngineCore(
            folder == null ? new MemoryJournal() : new FileJournal(folder, keeping.segmentBytes()),
            keeping);
    Dispatcher rest = new Dispatcher(RestApi.routes(core));
    inside = new InnerDoor(core, rest);
    builder.ports.forEach(
        (kind, port) -> {
          Place place = new Place(host, port, builder.doorkeeper);
          doors.put(
              kind,
              switch (kind) {
                case REST -> new HttpDoor(kind, place, rest);
                case GRPC -> new GrpcDoor(core, place);
                case MANAGEMENT ->
                    new HttpDoor(kind, place, new Dispatcher(ManagementApi.routes(core)));
              });
        });
    try {
      core.start();
      doors.values().forEach(Door::open);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** One that keeps nothing and has no ports. */
  public static CamundaRuntime inMemory() {
    return builder().start();
  }

  /**
   * One that keeps everything it acknowledged in this folder, without ports.
   *
   * @throws CannotStart when the folder is another's or damaged
   */
  public static CamundaRuntime durable(Path folder) {
    return builder().folder(folder).start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A new official client, which needs no port to reach this runtime; close it. */
  public CamundaClient client() {
    return client(settings -> {});
  }

  /**
   * The same with other settings: which API it prefers, how its workers are. Addresses and
   * credentials have no effect.
   */
  public CamundaClient client(Consumer<CamundaClientBuilder> settings) {
    return inside.client(settings);
  }

  /** The time this engine lives in. */
  public RuntimeClock clock() {
    return core.clock();
  }

  /** The base of the REST API. */
  public URI restAddress() {
    return address(Kind.REST);
  }

  /** The base of the gRPC API. */
  public URI grpcAddress() {
    return address(Kind.GRPC);
  }

  /** The base of the management API. */
  public URI managementAddress() {
    return address(Kind.MANAGEMENT);
  }

  /** Ends the doors, then the engine. What was acknowledged is kept, if anything is. */
  @Override
  public void close() {
    inside.close();
    doors.values().forEach(Door::close);
    core.close();
  }

  RuntimeCore core() {
    return core;
  }

  private URI address(Kind kind) {
    Door door = doors.get(kind);
    if (door == null) {
      throw new IllegalStateException("This runtime has no %s port".formatted(kind));
    }
    InetAddress reached = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
    String name = reached.getHostAddress();
    return URI.create(
        "http://%s:%d"
            .formatted(reached instanceof Inet6Address ? "[" + name + "]" : name, door.port()));
  }

  /** What a runtime is to be like: in memory and without ports, unless said otherwise. */
  public static final class Builder {

    private final Map<Kind, Integer> ports = new EnumMap<>(Kind.class);
    private InetAddress host = InetAddress.getLoopbackAddress();
    private Doorkeeper doorkeeper = Doorkeeper.OF_ALL;
    private @Nullable Path folder;
    private Duration retention = Keeping.BY_DEFAULT.retention();
    private DataSize snapshotAfter = DataSize.ofBytes(Keeping.BY_DEFAULT.snapshotAfterBytes());

    private Builder() {}

    /** Keep the log in this folder. */
    public Builder folder(Path folder) {
      this.folder = folder;
      return this;
    }

    /** Searches find what has ended for this long, by the engine's clock. */
    public Builder retention(Duration retention) {
      this.retention = retention;
      return this;
    }

    /** Take a snapshot when the log has grown by this much, and at the end. */
    public Builder snapshotAfter(DataSize growth) {
      this.snapshotAfter = growth;
      return this;
    }

    /** Serve REST on this port; 0 for any free one. */
    public Builder restPort(int port) {
      ports.put(Kind.REST, port);
      return this;
    }

    /** Serve gRPC on this port; 0 for any free one. */
    public Builder grpcPort(int port) {
      ports.put(Kind.GRPC, port);
      return this;
    }

    /** Serve purge, clock, health and metrics on this port; 0 for any free one. */
    public Builder managementPort(int port) {
      ports.put(Kind.MANAGEMENT, port);
      return this;
    }

    /** Listen on this address in place of the loopback interface's; wants a credential. */
    public Builder host(InetAddress host) {
      this.host = host;
      return this;
    }

    /** Serve only who brings this name and password, by HTTP's Basic authentication. */
    public Builder credential(String user, String password) {
      doorkeeper = Doorkeeper.asking(user, password);
      return this;
    }

    /**
     * Starts it; returns when it takes commands.
     *
     * @throws CannotStart when a port or the folder is another's, the folder is damaged, or the
     *     host is not this machine's or open to others without a credential
     */
    public CamundaRuntime start() {
      return new CamundaRuntime(this);
    }

    private InetAddress checkedHost() {
      if (!host.isLoopbackAddress() && doorkeeper == Doorkeeper.OF_ALL) {
        throw new OpenToOthers(host);
      }
      try {
        if (!host.isAnyLocalAddress() && NetworkInterface.getByInetAddress(host) == null) {
          throw new NotOurHost(host.getHostAddress());
        }
      } catch (IOException e) {
        throw new NotOurHost(host.getHostAddress());
      }
      return host;
    }
  }
}
