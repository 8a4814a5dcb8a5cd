package dev.candor.support;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/** A real OpenID provider in a process of its own: Spring Authorization Server with two people. */
public final class Provider implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final Process process;
  private final URI issuer;

  private Provider(Process process, URI issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * Returns when it answers.
   *
   * @param candor whom it tells who signed in
   */
  public static Provider start(int port, URI candor) {
    var issuer = URI.create("http://localhost:" + port);
    var command =
        QuickJava.command(
            "-cp",
            withoutCandor(),
            ProviderProcess.class.getName(),
            "--server.port=" + port,
            "--issuer=" + issuer,
            "--candor=" + candor);
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitReady(process);
      return new Provider(process, issuer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only its libraries: what else is on the tests' class path would start with it. */
  private static String withoutCandor() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith(Path.of("target", "classes")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void awaitReady(Process process) throws IOException {
    var printed = new ArrayList<String>();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      printed.add(line);
      if (line.equals(ProviderProcess.READY)) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return;
      }
    }
    throw new IllegalStateException("The provider did not start:\n" + String.join("\n", printed));
  }

  public static String secretOf(String client) {
    return "secret-of-" + client;
  }

  /** A token of a program that uses the API on its own account. */
  public String tokenFor(String client) {
    var credentials = (client + ":" + secretOf(client)).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    OAuth2ParameterNames.GRANT_TYPE
                        + "="
                        + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString()).body();
      var token = TOKEN.matcher(answer);
      if (!token.find()) {
        throw new IllegalStateException("No token: " + answer);
      }
      return token.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
