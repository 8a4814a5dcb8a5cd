package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.door.Door;
import dev.candor.runtime.internal.door.DoorFactory;
import dev.candor.runtime.internal.http.HttpDoor;
import java.net.InetAddress;

/** Makes the door that speaks the Orchestration Cluster REST API. */
public final class RestDoorFactory implements DoorFactory {

  @Override
  public Kind kind() {
    return Kind.REST;
  }

  @Override
  public Door create(RuntimeCore core, InetAddress host, int port) {
    return new HttpDoor(kind(), host, port, RestApi.routes(core, host));
  }
}
