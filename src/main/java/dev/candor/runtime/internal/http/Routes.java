package dev.candor.runtime.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which requests are served, and by whom. */
public final class Routes {

  /**
   * One kind of request.
   *
   * @param path with parameters in braces, as in the contract
   */
  public record Route(String method, String path, Handler handler) {}

  private final String prefix;
  private final UnaryOperator<Handler> around;
  private final List<Route> routes = new ArrayList<>();

  /**
   * @param prefix comes before every path
   */
  public Routes(String prefix) {
    this(prefix, UnaryOperator.identity());
  }

  /**
   * @param around what is done with every handler
   */
  public Routes(String prefix, UnaryOperator<Handler> around) {
    this.prefix = prefix;
    this.around = around;
  }

  public Routes get(String path, Handler handler) {
    return add("GET", path, handler);
  }

  public Routes post(String path, Handler handler) {
    return add("POST", path, handler);
  }

  public Routes put(String path, Handler handler) {
    return add("PUT", path, handler);
  }

  public Routes patch(String path, Handler handler) {
    return add("PATCH", path, handler);
  }

  public Routes delete(String path, Handler handler) {
    return add("DELETE", path, handler);
  }

  /** Serves a request of any method. */
  public Routes add(String method, String path, Handler handler) {
    routes.add(new Route(method, prefix + path, around.apply(handler)));
    return this;
  }

  public List<Route> all() {
    return List.copyOf(routes);
  }
}
