package dev.candor.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium without a screen: an installed one, else the one from npm. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final Path ON_A_MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var program = installed().orElseGet(Program::fromNpm);
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program.file())
            .setEnv(program.environment())
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE.toMillis());
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Optional<Program> installed() {
    var folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    var onThePath = folders.flatMap(folder -> NAMES.stream().map(folder::resolve));
    return Stream.concat(onThePath, Stream.of(ON_A_MAC))
        .filter(Files::isExecutable)
        .findFirst()
        .map(file -> new Program(file, System.getenv()));
  }

  /**
   * @param environment what it needs to find its libraries
   */
  private record Program(Path file, Map<String, String> environment) {

    /** A bare Linux lacks libraries that Chromium needs; the package brings them. */
    static Program fromNpm() {
      var lines = located().lines().toList();
      var environment = new HashMap<>(System.getenv());
      if (lines.size() > 1 && !lines.get(1).isBlank()) {
        environment.put("LD_LIBRARY_PATH", lines.get(1));
      }
      return new Program(Path.of(lines.getFirst()), environment);
    }

    private static String located() {
      try {
        var node =
            new ProcessBuilder("node", "locate.mjs")
                .directory(new File("src/test/browser"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.onExit().join().exitValue() != 0) {
          throw new IllegalStateException("There is no Chromium: node locate.mjs failed");
        }
        return output;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
