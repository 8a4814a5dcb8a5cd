package dev.candor.support;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The packaged jar as {@code java -jar candor.jar runtime}, in a process of its own. */
public final class RuntimeAlone {

  /** What {@code mvn package} makes. */
  public static final Path JAR = Path.of("target", "candor.jar").toAbsolutePath();

  private static final Pattern READY =
      Pattern.compile(
          "Camunda 8 is ready, (?<kind>.+): REST at (?<rest>\\S+), gRPC at (?<grpc>\\S+), management at (\\S+) ");

  private RuntimeAlone() {}

  /** A Java of this one's kind with these arguments, both outputs in one. */
  public static ProcessBuilder java(Path folder, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
  }

  /**
   * The runtime, on free ports unless the arguments say otherwise.
   *
   * @param folder where it works
   * @param forJava what comes before {@code -jar}
   */
  public static ProcessBuilder runtime(
      Path folder, List<String> forJava, Path jar, String... arguments) {
    List<String> all = new ArrayList<>(forJava);
    all.addAll(List.of("-jar", jar.toString(), "runtime"));
    for (String kind : List.of("rest", "grpc", "management")) {
      if (!String.join(" ", arguments).contains(kind + "-port")) {
        all.add("--candor.runtime.%s-port=0".formatted(kind));
      }
    }
    all.addAll(List.of(arguments));
    return java(folder, all);
  }

  /**
   * Puts the jar and its libraries into a folder, each as a file, and returns the jar in it. What
   * is there already is replaced.
   */
  public static Path extract(Path folder) throws IOException, InterruptedException {
    Process process =
        java(
                folder,
                List.of(
                    "-Djarmode=tools",
                    "-jar",
                    JAR.toString(),
                    "extract",
                    "--destination",
                    ".",
                    "--force"))
            .start();
    String said = rest(process);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return folder.resolve(JAR.getFileName());
  }

  /**
   * Reads what it says until it is ready: {@code kind}, {@code rest} and {@code grpc}.
   *
   * @throws AssertionError with all it said, when it ends
   */
  public static MatchResult awaitReady(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var match = READY.matcher(line);
      if (match.find()) {
        return match.toMatchResult();
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("It ended:\n" + said);
  }

  /** What else it says until its end. */
  public static String rest(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    var lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
    }
    return said.toString();
  }

  /** An official client of the one that said so. */
  public static CamundaClientBuilder client(MatchResult ready) {
    return CamundaClient.newClientBuilder()
        .restAddress(URI.create(ready.group("rest")))
        .grpcAddress(URI.create(ready.group("grpc")));
  }
}
