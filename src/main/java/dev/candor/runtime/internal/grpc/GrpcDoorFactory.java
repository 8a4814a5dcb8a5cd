package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.DoorFactory;
import java.net.InetAddress;

/** Makes the door that speaks gRPC. */
public final class GrpcDoorFactory implements DoorFactory {

  @Override
  public Kind kind() {
    return Kind.GRPC;
  }

  @Override
  public Door create(RuntimeCore core, InetAddress host, int port) {
    return new GrpcDoor(core, host, port);
  }
}
