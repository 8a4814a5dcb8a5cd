package dev.candor.runtime.internal.management;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.DoorFactory;
import dev.candor.runtime.internal.http.HttpDoor;
import dev.candor.runtime.internal.http.Routes;
import java.net.InetAddress;

/** Makes the door for operators. */
public final class ManagementDoorFactory implements DoorFactory {

  @Override
  public Kind kind() {
    return Kind.MANAGEMENT;
  }

  @Override
  public Door create(RuntimeCore core, InetAddress host, int port) {
    Routes routes = new Routes("/actuator");
    new ClusterEndpoints(core).addTo(routes);
    new ClockEndpoints(core.clock()).addTo(routes);
    return new HttpDoor(kind(), host, port, routes);
  }
}
