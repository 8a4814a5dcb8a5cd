package dev.candor.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Browsers with the desk open, each listening for what changes. The last one's ear is measured. */
final class OpenDesks implements AutoCloseable {

  private static final List<String> PEOPLE = List.of("desk-de", "head-de", "policy", "counsel");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient listening = HttpClient.newHttpClient();
  private final AtomicInteger there = new AtomicInteger();
  private final AtomicInteger heard = new AtomicInteger();
  private final AtomicLong lastHeardAt = new AtomicLong();
  private final String address;

  private OpenDesks(int port) {
    this.address = "http://localhost:" + port;
  }

  /** The last is of the desk whose task changes; the others are of everybody. */
  static OpenDesks of(int count, int port) {
    var desks = new OpenDesks(port);
    for (var nth = 1; nth < count; nth++) {
      desks.listen(PEOPLE.get(nth % PEOPLE.size()), false);
    }
    desks.listen("head-uk", true);
    await().until(() -> desks.there.get() == count);
    return desks;
  }

  int heard() {
    return heard.get();
  }

  /** As {@link System#nanoTime}. */
  long lastHeardAt() {
    return lastHeardAt.get();
  }

  /** A browser window of somebody who signed in. */
  Window signedIn(String person) {
    var window = new Window(HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    var token = TOKEN.matcher(window.get("/login"));
    assertThat(token.find()).isTrue();
    window.post("/login", "username=%s&password=candor&_csrf=%s".formatted(person, token.group(1)));
    return window;
  }

  private void listen(String person, boolean measured) {
    listening
        .sendAsync(
            HttpRequest.newBuilder(URI.create(address + "/api/tasks/live"))
                .header("Authorization", basic(person))
                .build(),
            BodyHandlers.ofLines())
        .thenAccept(
            answer ->
                Thread.startVirtualThread(
                    () -> answer.body().forEach(line -> hear(line, measured))));
  }

  private void hear(String line, boolean measured) {
    if (line.equals(":listening")) {
      there.incrementAndGet();
    } else if (measured && line.equals("event:tasks")) {
      lastHeardAt.set(System.nanoTime());
      heard.incrementAndGet();
    }
  }

  private static String basic(String person) {
    return "Basic " + Base64.getEncoder().encodeToString((person + ":candor").getBytes());
  }

  @Override
  public void close() {
    listening.shutdownNow();
  }

  final class Window {

    private final HttpClient browser;

    private Window(HttpClient browser) {
      this.browser = browser;
    }

    String get(String path) {
      return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    void post(String path, String form) {
      send(
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) {
      try {
        return browser.send(request.build(), BodyHandlers.ofString()).body();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
