package dev.candor.runtime.internal.door;

/**
 * One way into the runtime from outside. Made before the engine starts, opened when it runs, closed
 * before it is.
 */
public interface Door extends AutoCloseable {

  /**
   * Starts to listen.
   *
   * @throws dev.candor.runtime.CannotStart when somebody else has the port
   */
  void open();

  /** The port it listens on, after {@link #open()}. */
  int port();

  /** Answers what is under way and stops listening. */
  @Override
  void close();

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
