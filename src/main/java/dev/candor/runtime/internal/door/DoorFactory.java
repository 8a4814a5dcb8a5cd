package dev.candor.runtime.internal.door;

import dev.candor.runtime.internal.RuntimeCore;
import java.net.InetAddress;

/** Makes a door of one kind; found as a service of the class path. */
public interface DoorFactory {

  /** What kind it makes. */
  Kind kind();

  /**
   * A door that is not open yet. It may subscribe to the core's records now, and only now.
   *
   * @param port 0 for any free one
   */
  Door create(RuntimeCore core, InetAddress host, int port);

  /** The kinds of doors, each with the property that sets its port. */
  enum Kind {
    REST("candor.runtime.rest-port"),
    GRPC("candor.runtime.grpc-port"),
    MANAGEMENT("candor.runtime.management-port");

    private final String property;

    Kind(String property) {
      this.property = property;
    }

    public String property() {
      return property;
    }
  }
}
