package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;

/** Somebody of the desk corrects a name that was flagged wrongly, by keyboard alone. */
final class CorrectionByHand {

  private CorrectionByHand() {}

  static void of(Visitor desk, Route route) {
    var page = desk.page();
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    desk.open("/cases/" + reference);

    // what can be corrected is folded away, and opens with a key
    page.locator("#correct > summary").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#correct")).containsText("Nothing was corrected yet");
    page.locator("#correct a:text-is('On behalf of')").focus();
    page.keyboard().press("Enter");
    // a page that is still loading goes to the place in its address at last, and takes the focus
    desk.arriveAt("correct=principal");
    assertThat(page.locator("#principal")).hasValue("Embassy in London");

    // without a reason it is not taken, and what was entered stays
    page.locator("#principal").fill("Embassy of Palau in London");
    page.keyboard().press("Enter");
    assertThat(page.locator("#correctionReason-error")).hasText("Fill this in");
    assertThat(page.locator("#principal")).hasValue("Embassy of Palau in London");
    Gallery.show(page, "case-correcting");

    page.locator("#correctionReason").fill("The letterhead says so.");
    page.locator("#correct button").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#request")).containsText("Corrected: flagged as “Embassy in London”");
    assertThat(page.locator("#timeline")).containsText("Corrected what was flagged: On behalf of");
    Gallery.show(page, "case-corrected");
  }
}
