package dev.candor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;

/**
 * What axe finds serious on a page. Its script is put into each page once, and only what it finds
 * comes back: its own builder puts it in for every look, and brings every rule that was kept.
 */
final class SeriousFindings {

  private static final Map<String, Object> ALL = Map.of("resultTypes", List.of("violations"));

  /** The colour scheme changes nothing but colours: in the dark, axe looks at contrast alone. */
  private static final Map<String, Object> CONTRAST =
      Map.of("resultTypes", List.of("violations"), "runOnly", List.of("color-contrast"));

  private SeriousFindings() {}

  static List<String> on(Page page, ColorScheme scheme) {
    assertThat(page.frames()).as("it does not look into frames").hasSize(1);
    if (page.evaluate("'axe' in window").equals(false)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    var found =
        page.evaluate(
            """
            options => axe.run(document, options).then(found => found.violations
              .filter(each => ['serious', 'critical'].includes(each.impact))
              .map(each => each.id + ': ' + each.nodes[0].html))
            """,
            scheme == ColorScheme.DARK ? CONTRAST : ALL);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
