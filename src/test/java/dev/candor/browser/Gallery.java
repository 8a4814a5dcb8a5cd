package dev.candor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Each page as a picture, in light and dark, wide and narrow, under {@code target/screenshots};
 * each of them without serious findings of axe and without sideways scrolling.
 */
final class Gallery {

  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final List<Width> WIDTHS =
      List.of(new Width("narrow", 390, 844), new Width("wide", 1440, 900));

  private Gallery() {}

  static void show(Page page, String name) {
    for (var width : WIDTHS) {
      page.setViewportSize(width.pixels(), width.height());
      for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(
            new Page.EmulateMediaOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        var picture = "%s-%s-%s".formatted(name, width.name(), scheme.name().toLowerCase());
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(picture + ".png"))
                .setFullPage(true));
        assertThat(SeriousFindings.on(page, scheme, width != WIDTHS.getFirst()))
            .as("axe on " + picture)
            .isEmpty();
      }
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("sideways scrolling of %s, %s", name, width.name())
          .isEqualTo(0);
    }
  }

  /**
   * One view for the README, at a laptop's size. The README's copy under {@code src/docs/images} is
   * replaced only with {@code -Dcandor.pictures=true}.
   */
  static void forReadme(Page page, String name) {
    var picture = FOLDER.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    if (Boolean.getBoolean("candor.pictures")) {
      copy(picture, Path.of("src", "docs", "images", name + ".png"));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      Files.write(to, Files.readAllBytes(from));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Width(String name, int pixels, int height) {}
}
