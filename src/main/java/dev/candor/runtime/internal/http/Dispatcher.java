package dev.candor.runtime.internal.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers a request, and makes an answer of whatever comes of it. */
public final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final Map<Shape, List<Way>> ways = new HashMap<>();

  /** What a path is found by first: most routes differ in it. */
  private record Shape(String method, long slashes) {

    static Shape of(String method, String path) {
      return new Shape(method, path.chars().filter(c -> c == '/').count());
    }
  }

  private record Way(Pattern path, Handler handler) {

    static Way to(Routes.Route route) {
      return new Way(
          Pattern.compile(PARAMETER.matcher(route.path()).replaceAll("(?<$1>[^/]+)")),
          route.handler());
    }
  }

  public Dispatcher(Routes routes) {
    for (Routes.Route route : routes.all()) {
      ways.computeIfAbsent(Shape.of(route.method(), route.path()), any -> new ArrayList<>())
          .add(Way.to(route));
    }
  }

  /** What begins with this request; nothing is done yet. */
  public Exchange begin(Incoming request) {
    String path = path(request);
    for (Way way : ways.getOrDefault(Shape.of(request.method(), path), List.of())) {
      Matcher match = way.path.matcher(path);
      if (match.matches()) {
        return new Exchange(request, match, way.handler);
      }
    }
    return new Exchange(request, PARAMETER.matcher(path), Dispatcher::unknown);
  }

  /** Has it handled; may block. Trouble is an answer too. */
  public Reply answer(Exchange exchange) {
    try {
      return exchange.handler().handle(exchange);
    } catch (Problem problem) {
      return problem.reply(exchange.path());
    } catch (RuntimeException e) {
      LOG.error("{} could not be answered", exchange.path(), e);
      return new Problem(500, "INTERNAL_ERROR", "Unexpected error; the log has the details")
          .reply(exchange.path());
    }
  }

  static String path(Incoming request) {
    int query = request.target().indexOf('?');
    return query < 0 ? request.target() : request.target().substring(0, query);
  }

  private static Reply unknown(Exchange exchange) {
    throw Problem.notFound("No endpoint " + exchange.path());
  }
}
