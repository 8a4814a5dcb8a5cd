package dev.candor.runtime;

/** A port the runtime was told to listen on belongs to somebody else. */
public final class PortInUse extends CannotStart {

  /**
   * @param property what sets the port, by its full name
   */
  public PortInUse(int port, String property) {
    super(
        "port %d is in use".formatted(port),
        "Stop what uses it, or choose another one with --%s=<port> (0 = any free)"
            .formatted(property));
  }
}
