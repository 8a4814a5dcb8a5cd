package dev.candor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/**
 * What axe finds serious on a page. Its script is put into each page once, and only what it finds
 * comes back: its own builder puts it in for every look, and brings every rule that was kept.
 *
 * <p>Contrast takes most of a look. A page of another width, with the same colours, has it looked
 * at where an element was not there before or looks otherwise, and in all that such an element
 * holds.
 */
final class SeriousFindings {

  private static final String LOOK =
      """
      async ([dark, again]) => {
        const shown = each => each.checkVisibility({opacityProperty: true, visibilityProperty: true});
        const looks = each => {
          const style = getComputedStyle(each);
          return ['color', 'fill', 'background-color', 'background-image', 'opacity', 'text-shadow',
            'font-size', 'font-weight'].map(name => style.getPropertyValue(name)).join();
        };
        const scheme = dark ? 'dark' : 'light';
        const now = new Map([...document.querySelectorAll('*')].filter(shown)
          .map(each => [each, looks(each)]));
        const before = window.looksBefore ??= {};
        const others = new Set([...now.keys()].filter(
          each => again && before[scheme].get(each) !== now.get(each)));
        before[scheme] = now;
        const outermost = [...others].filter(each => !others.has(each.parentElement));

        const contrast = {runOnly: ['color-contrast']};
        const looksTaken = !again ? [[document, dark ? contrast : {}]] : [
          ...(dark ? [] : [[document, {rules: {'color-contrast': {enabled: false}}}]]),
          ...(outermost.length === 0 ? [] : [[{include: outermost}, contrast]]),
        ];
        const found = [];
        for (const [where, rules] of looksTaken) {
          const said = await axe.run(where, {resultTypes: ['violations'], ...rules});
          found.push(...said.violations
            .filter(each => ['serious', 'critical'].includes(each.impact))
            .map(each => each.id + ': ' + each.nodes[0].html));
        }
        return found;
      }
      """;

  private SeriousFindings() {}

  /**
   * The colour scheme changes nothing but colours: in the dark, axe looks at contrast alone.
   *
   * @param again after the same page was looked at in this scheme, in another width
   */
  static List<String> on(Page page, ColorScheme scheme, boolean again) {
    assertThat(page.frames()).as("it does not look into frames").hasSize(1);
    if (page.evaluate("'axe' in window").equals(false)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    var found = page.evaluate(LOOK, List.of(scheme == ColorScheme.DARK, again));
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
