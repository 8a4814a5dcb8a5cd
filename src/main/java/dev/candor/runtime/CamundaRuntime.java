package dev.candor.runtime;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.DoorFactory;
import dev.candor.runtime.internal.door.DoorFactory.Kind;
import dev.candor.runtime.internal.engine.EngineCore;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.log.MemoryJournal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Camunda 8 in this JVM. Any number may run side by side, each with its own state, time, log and
 * ports. It listens on this machine only.
 */
public final class CamundaRuntime implements AutoCloseable {

  private final EngineCore core;
  private final Map<Kind, Door> doors = new EnumMap<>(Kind.class);

  private CamundaRuntime(Builder builder) {
    Path folder = builder.folder;
    core = new EngineCore(folder == null ? new MemoryJournal() : new FileJournal(folder));
    try {
      for (DoorFactory factory :
          ServiceLoader.load(DoorFactory.class, CamundaRuntime.class.getClassLoader())) {
        Integer port = builder.ports.get(factory.kind());
        if (port != null) {
          doors.put(factory.kind(), factory.create(core, InetAddress.getLoopbackAddress(), port));
        }
      }
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
    return URI.create("http://127.0.0.1:" + door.port());
  }

  /** What a runtime is to be like: in memory and without ports, unless said otherwise. */
  public static final class Builder {

    private final Map<Kind, Integer> ports = new EnumMap<>(Kind.class);
    private @Nullable Path folder;

    private Builder() {}

    /** Keep the log in this folder. */
    public Builder folder(Path folder) {
      this.folder = folder;
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

    /**
     * Starts it; returns when it takes commands.
     *
     * @throws CannotStart when a port or the folder is another's, or the folder is damaged
     */
    public CamundaRuntime start() {
      return new CamundaRuntime(this);
    }
  }
}
