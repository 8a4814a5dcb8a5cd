package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;

/** What is read of the founding incident once it is decided, by whom, and where. */
final class FoundingIncidentAfterwards {

  private FoundingIncidentAfterwards() {}

  static void readTheDecision(Visitor counsel, String reference) {
    var verdict = counsel.openUntil("/cases/" + reference, ".verdict");
    assertThat(verdict).containsText("Declined, with the offer of an open account");
    assertThat(verdict).containsText("Coordinated inauthentic behaviour");
    assertThat(verdict).containsText(FoundingIncidentByHand.WHY);
    assertThat(counsel.page().locator(".ask")).hasText(FoundingIncidentByHand.ASK);
    counsel.openUntil("/cases/" + reference, ".state.over");
    assertThat(counsel.page().locator("[data-drawn] .passed.djs-shape").first()).isVisible();
    Gallery.show(counsel.page(), "case");
    openWhatHasEnded(counsel.page());
    Gallery.show(counsel.page(), "case-with-every-diagram");
    counsel.open("/cases");
    Gallery.show(counsel.page(), "cases");
  }

  private static void openWhatHasEnded(Page page) {
    var ended = page.locator("details.ended");
    assertThat(ended).not().hasCount(0);
    for (var diagram : ended.all()) {
      diagram.locator("summary").click();
      assertThat(diagram.locator("[data-drawn] .djs-shape").first()).isVisible();
    }
  }

  static void readTheMail(Visitor employee, String reference) {
    var mail = employee.openUntil("/mail", "text=" + reference + ": decided");
    Gallery.show(employee.page(), "mail");
    mail.click();
    assertThat(employee.page().locator(".mail-body")).containsText(reference);
    assertThat(employee.page().locator(".mail-body")).not().containsText("interested in joining");
    sayThatItWasSeen(employee);
    employee.open("/settings/mail");
    Gallery.show(employee.page(), "mail-settings");
    employee.open("/cases/" + reference);
    assertThat(employee.page().locator(".verdict")).not().containsText("account is offered");
    Gallery.show(employee.page(), "case-of-the-flagger");
  }

  private static void sayThatItWasSeen(Visitor employee) {
    employee.page().locator(".mail-body a[href*='/letters/']").click();
    Gallery.show(employee.page(), "letter-seen");
    employee.page().locator("main button").click();
    assertThat(employee.page().locator("main .notice")).containsText("It is noted");
  }

  static void readTheLedger(Visitor auditor, String reference) {
    auditor.openUntil("/ledger?subject=" + reference, "td:has-text('Decided')");
    assertThat(auditor.page().locator("main")).not().containsText(FoundingIncidentByHand.WHY);
    Gallery.show(auditor.page(), "ledger");
  }

  /** What the auditor has no part in, they open with a reason, to read. */
  static void openInAnEmergency(Visitor auditor, String reference) {
    auditor.open("/emergency-access");
    auditor.page().locator("#reference").fill(reference);
    auditor.page().locator("#reason").fill("A court asks today.");
    auditor.page().locator("main button").click();
    assertThat(auditor.page().locator("main")).containsText(FoundingIncidentByHand.WHY);
    assertThat(auditor.page().locator("main form.fields")).hasCount(0);
    auditor.open("/emergency-access");
    Gallery.show(auditor.page(), "emergency-access");
    auditor.open("/ledger/heads");
    Gallery.show(auditor.page(), "ledger-heads");
    auditor.open("/transparency");
    Gallery.show(auditor.page(), "transparency");
  }

  static void seeThatItIsAskedAgain(Visitor desk, Route route, String reference) {
    var again = route.flag("employee", ExampleRequests.foundingIncident());
    desk.openUntil("/cases", "a:has-text('" + again + "')");
    desk.open("/cases/" + again + "/asked-before");
    assertThat(desk.page().locator("table.rows tbody")).containsText(reference);
    assertThat(desk.page().locator("table.rows tbody")).containsText("before this one was flagged");
    Gallery.show(desk.page(), "asked-before");
    desk.open("/asked-again");
    assertThat(desk.page().locator("table.rows tbody")).containsText(again);
    Gallery.show(desk.page(), "asked-again");
    assertThat(desk.openUntil("/cases/" + again, "#beside .why")).containsText("Same principal");
    Gallery.show(desk.page(), "case-with-precedents");
  }
}
