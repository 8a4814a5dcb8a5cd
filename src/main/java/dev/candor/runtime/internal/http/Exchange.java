package dev.candor.runtime.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request, read, and whether its client still listens. */
public final class Exchange {

  private static final Pattern JSON_TYPE =
      Pattern.compile("^application/([\\w.-]+\\+)?json\\b", Pattern.CASE_INSENSITIVE);

  private final Incoming request;
  private final Matcher match;
  private final Handler handler;
  private final List<Runnable> onHangUp = new ArrayList<>();
  private boolean hungUp;

  /**
   * @param match has the path's parameters as groups
   */
  Exchange(Incoming request, Matcher match, Handler handler) {
    this.request = request;
    this.match = match;
    this.handler = handler;
  }

  Handler handler() {
    return handler;
  }

  public String path() {
    return Dispatcher.path(request);
  }

  /** The address the request came in by. */
  public InetSocketAddress cameInBy() {
    return request.cameInBy();
  }

  public String parameter(String name) {
    try {
      return URLDecoder.decode(match.group(name).replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("The path is not encoded as a URL");
    }
  }

  /** A path's parameter that is a key of the engine. */
  public long key(String name) {
    try {
      return Long.parseLong(parameter(name));
    } catch (NumberFormatException e) {
      throw Problem.invalid("'" + parameter(name) + "' is not a key");
    }
  }

  public Optional<String> query(String name) {
    return new QueryStringDecoder(request.target())
        .parameters().getOrDefault(name, List.of()).stream().findFirst();
  }

  /** The body, which the contract demands. */
  public <T> T body(Class<T> type) {
    if (request.body().length == 0) {
      throw Problem.invalid("Required request body is missing");
    }
    return read(type);
  }

  /** The body, or the same as an empty object where there is none. */
  public <T> T optionalBody(Class<T> type) {
    return request.body().length == 0
        ? Json.MAPPER.convertValue(JsonNodeFactory.instance.objectNode(), type)
        : read(type);
  }

  /** The body as a tree; an empty object where there is none. */
  public JsonNode tree() {
    return optionalBody(JsonNode.class);
  }

  private void checkJson() {
    if (!JSON_TYPE.matcher(request.contentType().orElse("")).find()) {
      throw new Problem(415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must be application/json");
    }
  }

  /** The parts of a multipart body, by field name. */
  public List<Part> parts() {
    String type = request.contentType().orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new Problem(415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type must be multipart/form-data");
    }
    return Multipart.read(type, request.body());
  }

  private <T> T read(Class<T> type) {
    checkJson();
    try {
      T value = Json.MAPPER.readValue(request.body(), type);
      if (value == null) {
        throw Problem.invalid("Request body must not be null");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw Problem.invalid("Request property [" + path(e) + "] cannot be parsed: it is unknown");
    } catch (JsonMappingException e) {
      throw Problem.invalid(
          "Request property [" + path(e) + "] cannot be parsed: it has another type");
    } catch (JsonProcessingException e) {
      throw Problem.invalid("Request body is not JSON, at line " + e.getLocation().getLineNr());
    } catch (IOException e) {
      throw Problem.invalid("Request body cannot be read");
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference at : e.getPath()) {
      if (at.getFieldName() == null) {
        path.append('[').append(at.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(at.getFieldName());
      }
    }
    return path.toString();
  }

  /** Whether the client closed its connection. */
  public synchronized boolean hasHungUp() {
    return hungUp;
  }

  /** Runs when the client closes its connection; at once if it has. */
  public void onHangUp(Runnable action) {
    synchronized (this) {
      if (!hungUp) {
        onHangUp.add(action);
        return;
      }
    }
    action.run();
  }

  /** Its client is gone. */
  public void hangUp() {
    List<Runnable> actions;
    synchronized (this) {
      if (hungUp) {
        return;
      }
      hungUp = true;
      actions = List.copyOf(onHangUp);
    }
    actions.forEach(Runnable::run);
  }
}
