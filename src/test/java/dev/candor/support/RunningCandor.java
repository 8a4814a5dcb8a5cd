package dev.candor.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The packaged service in a process of its own, on free ports and a data directory of the caller's.
 * It can be killed as a power cut would ({@link #kill}).
 */
public final class RunningCandor implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private static final List<String> PORTS =
      List.of(
          "server.port",
          "candor.runtime.rest-port",
          "candor.runtime.grpc-port",
          "candor.runtime.management-port",
          "candor.mail.smtp-port",
          "candor.mail.imap-port");
  private static final Pattern READY = Pattern.compile("Candor is ready: (http://\\S+)");

  private final Process process;
  private final URI address;
  private final Duration startTime;
  private final List<String> output;

  private RunningCandor(Process process, URI address, Duration startTime, List<String> output) {
    this.process = process;
    this.address = address;
    this.startTime = startTime;
    this.output = output;
  }

  /**
   * Starts the packaged jar as users do, {@code java -jar target/candor.jar}, and returns when it
   * says that it is ready.
   *
   * @throws IllegalStateException with all it printed, when it ends or takes too long
   */
  public static RunningCandor startAsPackaged(Path dataDirectory) {
    return start(RuntimeAlone.JAR, dataDirectory);
  }

  /**
   * The same from the extracted jar, which takes two thirds of the processor time to be ready.
   *
   * @param arguments further properties, {@code --candor.public-url=…}, or another port than any
   */
  public static RunningCandor start(Path dataDirectory, String... arguments) {
    return start(ExtractedJar.JAR, dataDirectory, arguments);
  }

  private static RunningCandor start(Path jar, Path dataDirectory, String... arguments) {
    var begun = Instant.now();
    var process = launch(jar, dataDirectory, List.of(arguments));
    var output = Collections.synchronizedList(new ArrayList<String>());
    var ready = new CompletableFuture<URI>();
    Thread.ofVirtual().start(() -> listen(process, output, ready));
    try {
      var address = ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new RunningCandor(process, address, Duration.between(begun, Instant.now()), output);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IllegalStateException(
          "The service did not start:\n" + String.join("\n", output), e);
    }
  }

  private static Process launch(Path jar, Path dataDirectory, List<String> arguments) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException("There is no " + jar + ": run `mvn package` first");
    }
    var command =
        new ArrayList<>(
            QuickJava.command("-jar", jar.toString(), "--candor.data-dir=" + dataDirectory));
    for (var port : PORTS) {
      if (arguments.stream().noneMatch(argument -> argument.startsWith("--" + port + "="))) {
        command.add("--" + port + "=0");
      }
    }
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void listen(Process process, List<String> output, CompletableFuture<URI> ready) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        var match = READY.matcher(line);
        if (match.find()) {
          ready.complete(URI.create(match.group(1)));
        }
      }
      ready.completeExceptionally(new IllegalStateException("It ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  /** Where its pages are, without a slash at the end. */
  public URI address() {
    return address;
  }

  /** From the command to "ready". */
  public Duration startTime() {
    return startTime;
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  /** Everything it printed so far. */
  public List<String> output() {
    return List.copyOf(output);
  }

  /** SIGKILL: no shutdown hook runs. Returns when it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGTERM, as Ctrl-C does. Returns when it is gone. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
