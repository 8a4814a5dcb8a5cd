package dev.candor.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One call over real HTTP, word for word: for what a well-behaved client would not send. */
public final class HttpCall {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HttpRequest.Builder request;

  private HttpCall(URI address) {
    this.request = HttpRequest.newBuilder(address);
  }

  public static HttpCall to(int port, String path) {
    return new HttpCall(URI.create("http://localhost:" + port + path));
  }

  /** Signed in with the password that all demonstration people have. */
  public HttpCall as(String person) {
    var credentials = (person + ":candor").getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  public HttpCall header(String name, String value) {
    request.header(name, value);
    return this;
  }

  public HttpResponse<String> get() {
    return send(request.GET());
  }

  /** For an answer that is no text. */
  public HttpResponse<byte[]> getOctets() {
    return send(request.GET(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> method(String method) {
    return send(request.method(method, BodyPublishers.noBody()));
  }

  public HttpResponse<String> postJson(String body) {
    return send(
        header("Content-Type", "application/json").request.POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> post(String contentType, String body) {
    return send(header("Content-Type", contentType).request.POST(BodyPublishers.ofString(body)));
  }

  /** Without a declared length. */
  public HttpResponse<String> postJsonInChunks(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(
        header("Content-Type", "application/json")
            .request
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
  }

  /** A file as it is, without a declared length. */
  public HttpResponse<String> postOctets(InputStream content) {
    return send(
        header("Content-Type", "application/octet-stream")
            .request
            .POST(BodyPublishers.ofInputStream(() -> content)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
