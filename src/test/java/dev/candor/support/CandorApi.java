package dev.candor.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The HTTP API as one demonstration person calls it, over real HTTP. */
public final class CandorApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;
  private final String authorization;

  private CandorApi(URI address, String authorization) {
    this.address = address;
    this.authorization = authorization;
  }

  /** Signed in with the password that all demonstration people have. */
  public static CandorApi as(String person, URI address) {
    var credentials = (person + ":candor").getBytes(StandardCharsets.UTF_8);
    return new CandorApi(address, "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  public Answer get(String path) {
    return call("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path) {
    return call("POST", path, BodyPublishers.noBody());
  }

  /** Posts the object as JSON. */
  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  /** Puts the object as JSON. */
  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  private Answer send(String method, String path, Object body) {
    try {
      return call(method, path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer call(String method, String path, BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(int status, Map<String, List<String>> headers, String body) {

    /** The body as JSON; a missing node where it is none. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
