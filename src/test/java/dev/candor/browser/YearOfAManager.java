package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What a manager looks at: how long things took, what is open, where it waits, what is too slow.
 */
final class YearOfAManager {

  private YearOfAManager() {}

  static void beginsWithNothing(Visitor manager) {
    manager.open("/insight?from=2020-01-01&to=2020-03-31");
    assertThat(manager.page().locator(".empty h2"))
        .hasText("Fewer than five cases ended in this period");
    Gallery.show(manager.page(), "cycle-times-empty");
  }

  static void isLookedAt(Visitor manager) {
    var charts = "[data-chart=groups][data-drawn] svg[role=img]";
    manager.openUntil("/insight", charts);
    Gallery.show(manager.page(), "cycle-times");
    var control = manager.page().locator("[data-chart=control]");
    control.locator("summary").first().press("Enter");
    assertThat(control.locator("tbody tr").first()).isVisible();
    manager.open("/insight?by=step&calendar=clock");
    assertThat(manager.page().locator(charts)).isVisible();
    Gallery.show(manager.page(), "cycle-times-by-step");
    manager.open("/insight/open");
    assertThat(manager.page().locator("[data-chart=ages][data-drawn] svg[role=img]")).isVisible();
    Gallery.show(manager.page(), "cycle-times-open");
    manager.open("/insight/deadlines");
    assertThat(manager.page().locator("#pauses + .figures b").first()).containsText(" of ");
    Gallery.show(manager.page(), "cycle-times-deadlines");
    manager.open("/insight/ways");
    assertThat(manager.page().locator("[data-diagram][data-drawn] .heat-5").first()).isVisible();
    Gallery.show(manager.page(), "cycle-times-ways");
    manager.page().selectOption("#colour", "missed");
    manager.page().click("form.filters button");
    assertThat(manager.page().locator("#heat")).hasText("Heat map: share of deadlines missed");
    assertThat(manager.page().locator("[data-diagram][data-drawn] .heat-5").first()).isVisible();
  }

  static void hasATarget(Visitor manager) {
    manager.open("/insight/targets");
    Gallery.show(manager.page(), "targets-none");
    manager.page().fill("#most-IDLE", "2");
    manager.page().click("form:has(#most-IDLE) button");
    var mine = manager.page().locator("table.rows tbody tr");
    assertThat(mine).hasCount(1);
    mine.getByText("Delete").click();
    assertThat(manager.page().locator(".empty h2")).hasText("No target is set");
    manager.page().getByText("Undo").click();
    manager.openUntil("/insight/targets", "table.rows .due.late");
    Gallery.show(manager.page(), "targets");
  }
}
