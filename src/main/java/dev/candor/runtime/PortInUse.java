package dev.candor.runtime;

/** A port the runtime was told to listen on belongs to somebody else. */
public final class PortInUse extends CannotStart {

  /**
   * @param property what sets the port, by its full name
   */
  public PortInUse(int port, String property) {
    super(
        "Port %d is in use: stop what uses it or set %s (0 = any free)".formatted(port, property));
  }
}
