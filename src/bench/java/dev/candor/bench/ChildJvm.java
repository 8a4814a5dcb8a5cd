package dev.candor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM of its own for one measurement, with this one's class path, so that it is cold when it
 * begins and nothing of another measurement is in it. What it saw comes back as one line of JSON.
 */
public final class ChildJvm {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SEEN = "seen: ";

  private ChildJvm() {}

  /**
   * Runs the main class and reads what it saw.
   *
   * @param seen the type given to {@link #saw} there
   */
  public static <T> T run(Class<?> main, Class<T> seen, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dlogback.configurationFile=bench-logback.xml");
    command.addAll(List.of(System.getProperty("candor.bench.jvm", "").split(" ")));
    command.removeIf(String::isBlank);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      T result = null;
      try (var lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith(SEEN)) {
            result = JSON.readValue(line.substring(SEEN.length()), seen);
          }
        }
      }
      if (process.waitFor() != 0 || result == null) {
        throw new IllegalStateException(
            "%s %s ended with %d"
                .formatted(main.getSimpleName(), List.of(arguments), process.exitValue()));
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Called in the child: what it tells the JVM that started it. */
  public static void saw(Object seen) {
    try {
      System.out.println(SEEN + JSON.writeValueAsString(seen));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
