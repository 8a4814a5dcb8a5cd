package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.candor.support.CandorApi;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.RunningCandor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The founding incident in a real browser: flagged, reviewed, decided, read in the register. */
@Order(1)
class FoundingIncidentIT {

  private static final String ASK =
      "A government entity is interested in joining but would not want to be openly seen as one.";
  private static final String WHY = "An <b>open</b> account is offered instead.";

  @TempDir static Path dataDirectory;
  private static RunningCandor candor;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    candor = RunningCandor.startAsPackaged(dataDirectory);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (candor != null) {
      candor.close();
    }
  }

  @Test
  void shouldCarryTheFoundingIncidentFromFlagToDecision() {
    try (var employee = visitor();
        var desk = visitor();
        var counsel = visitor();
        var auditor = visitor()) {
      employee.open("/login");
      Gallery.show(employee.page(), "login");

      var reference = flag(employee.signedInAs("employee"));
      review(desk.signedInAs("desk-uk"), reference);
      attach(desk, reference);
      decide(counsel.signedInAs("counsel"), reference);
      reply(desk, reference);
      readTheDecision(counsel, reference);
      readTheMail(employee, reference);
      readTheLedger(auditor.signedInAs("auditor"), reference);
      openInAnEmergency(auditor, reference);
      seeThatItIsAskedAgain(desk, reference);

      assertThat(employee.failures()).isEmpty();
      assertThat(desk.failures()).isEmpty();
      assertThat(counsel.failures()).isEmpty();
      assertThat(auditor.failures()).isEmpty();
    }
  }

  @Test
  void shouldSayWhatIsMissingAndKeepWhatWasEntered() {
    try (var employee = visitor()) {
      // given a flag with hardly anything in it
      employee.signedInAs("employee").open("/flags/new");
      employee.page().fill("#sender", "<script>alert(1)</script>");

      // when it is sent
      employee.page().click("text=Send the flag");

      // then each missing field is named, and what was entered is still there, as text
      assertThat(employee.page().locator("[data-errors]")).containsText("The ask: Fill this in");
      assertThat(employee.page().locator("#sender")).hasValue("<script>alert(1)</script>");
      assertThat(employee.failures()).isEmpty();
      Gallery.show(employee.page(), "flag-errors");
    }
  }

  @Test
  void shouldOfferAForwardedMailAsADraft() {
    try (var owner = visitor()) {
      // given
      forwardAMail();
      owner.signedInAs("owner").openUntil("/flags/new", "a[href^='/flags/drafts/']");
      Gallery.show(owner.page(), "flag-with-drafts");

      // when
      owner.page().click("text=Fwd: An account");

      // then
      assertThat(owner.page().locator("#ask")).hasValue("They ask for an account.");
      Gallery.show(owner.page(), "flag-from-a-mail");
      owner.page().click("text=Throw the draft away");
      assertThat(owner.page().locator("main .notice")).containsText("The draft is gone");
      assertThat(owner.failures()).isEmpty();
    }
  }

  private static void forwardAMail() {
    var port =
        candor.output().stream()
            .map(Pattern.compile("SMTP on port (\\d+)")::matcher)
            .filter(Matcher::find)
            .map(found -> Integer.parseInt(found.group(1)))
            .findFirst()
            .orElseThrow();
    var mail = new SimpleMailMessage();
    mail.setFrom("owner@candor.example");
    mail.setTo("flags@candor.example");
    mail.setSubject("Fwd: An account");
    mail.setText("They ask for an account.");
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.send(mail);
  }

  @Test
  void shouldLetPeopleSpendTheirDayAtTheDesk() {
    var route = new Route(address().getPort());
    try (var desk = visitor();
        var window = visitor();
        var head = visitor();
        var legal = visitor()) {
      var first = route.flag("employee", ExampleRequests.embassy());
      var second = route.flag("employee", ExampleRequests.embassy());
      DayAtTheDesk.byKeyboardAlone(desk.signedInAs("desk-uk"), first);
      DayAtTheDesk.byTelephone(head.signedInAs("head-uk"), first);
      DayAtTheDesk.inTwoWindows(desk, window.signedInAs("desk-uk"), second);
      DayAtTheDesk.addsBesideATask(desk);
      DayAtTheDesk.isToldWhatBecameOfTheirWords(desk, route, second);
      DayAtTheDesk.handsOver(desk);
      DayAtTheDesk.mentionsAColleague(desk, head, first);
      DayAtTheDesk.namesAStandIn(desk, legal.signedInAs("legal"));
      DayAtTheDesk.keepsAFilter(desk, head);
      DayAtTheDesk.seesACaseChange(desk, route, first);
      for (var visitor : List.of(desk, window, head, legal)) {
        assertThat(visitor.failures()).isEmpty();
      }
    }
  }

  @Test
  void shouldLetTheDeskCorrectWhatWasFlagged() {
    try (var desk = visitor()) {
      CorrectionByHand.of(desk.signedInAs("desk-uk"), new Route(address().getPort()));
      assertThat(desk.failures()).isEmpty();
    }
  }

  @Test
  void shouldShowAManagerTheTimesOfAYear() {
    try (var admin = visitor();
        var manager = visitor()) {
      YearOfAManager.beginsWithNothing(manager.signedInAs("manager"));
      admin.signedInAs("admin").open("/insight/year");
      Gallery.show(admin.page(), "load-a-year");
      admin.page().check("#understood");
      admin.page().click("main button");
      assertThat(admin.page().locator(".empty h2")).hasText("The year is loaded");
      YearOfAManager.isLookedAt(manager);
      YearOfAManager.hasATarget(manager);
      assertThat(manager.failures()).isEmpty();
    }
  }

  @Test
  void shouldSayThatACaseIsNotThere() {
    try (var admin = visitor()) {
      admin.signedInAs("admin").open("/cases/SR-2026-99999");
      assertThat(admin.page().locator("h1")).hasText("There is nothing here");
      Gallery.show(admin.page(), "error");
      admin.open("/outbox");
      assertThat(admin.page().locator(".empty h2")).hasText("Nothing waits");
      Gallery.show(admin.page(), "outbox");
    }
  }

  private static String flag(Visitor employee) {
    var page = employee.page();
    employee.open("/flags/new");
    page.check("input[name=type][value=CREATE_OR_PROMOTE]");
    page.fill("#ask", ASK);
    page.fill("#audience", "Western audiences");
    page.fill("#sender", "An acquaintance of an employee");
    page.fill("#relationship", "Friend of an employee");
    page.fill("#principal", "Government body responsible for public relations");
    page.selectOption("#principalKind", "AGENCY");
    page.selectOption("#principalCountry", "CN");
    page.check("input[name=channel][value=INFORMAL]");
    page.selectOption("#market", "GB");
    page.fill("#receivedOn", "2020-04-14");
    page.check("#wantsToStayHidden");
    Gallery.show(page, "flag");
    page.click("text=Send the flag");
    page.waitForURL("**/thanks");
    Gallery.show(page, "thanks");
    return page.locator("h1 .ref").innerText();
  }

  private static void review(Visitor desk, String reference) {
    var page = desk.page();
    desk.openUntil("/cases/" + reference, "#route strong:has-text('Review request')");
    page.locator("[data-drawn] .active.djs-shape").first().waitFor();
    page.evaluate("document.querySelector('#route').scrollIntoView()");
    Gallery.forReadme(page, "route");
    take(desk, reference);
    page.locator("[data-send]").click();
    assertThat(page.locator("[data-message]")).containsText("need another look");
    page.getByLabel("Escalate to general counsel").check();
    page.locator(".form-island textarea").fill("It would conceal who is behind it.");
    assertThat(page.locator("[data-saved]")).hasText(Pattern.compile("Saved \\d\\d:\\d\\d"));
    page.reload();
    assertThat(page.locator(".form-island textarea"))
        .hasValue("It would conceal who is behind it.");
    assertThat(page.getByLabel("Escalate to general counsel")).isChecked();
    page.locator("#beside details.ended > summary").first().click();
    page.locator("#beside [data-drawn] .active.djs-shape").first().waitFor();
    Gallery.show(page, "desk-form");
    page.setViewportSize(1440, 900);
    page.evaluate("document.querySelector('#beside').scrollTop = 0");
    Gallery.forReadme(page, "desk");
    page.locator("[data-send]").click();
    assertThat(page.locator(".over .notice")).containsText("You completed it");
    Gallery.show(page, "desk-done");
    desk.openUntil("/times", "tbody th:has-text('Review request')");
    Gallery.show(page, "own-times");
  }

  /** What is no document is refused by its content; what is one comes back as it was. */
  private static void attach(Visitor desk, String reference) {
    var page = desk.page();
    desk.open("/cases/" + reference);
    DayAtTheDesk.attach(page, "letter.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3});
    assertThat(page.locator(".arriving .error")).containsText("Not attached");
    assertThat(page.locator("#attachments")).containsText("No file yet");

    page.reload();
    DayAtTheDesk.attach(page, "letter.txt", ASK.getBytes(StandardCharsets.UTF_8));
    var file = page.locator("#attachments tbody a", containing("letter.txt"));
    assertThat(file).hasCount(1);
    assertThat(page.locator("#attachments tbody")).containsText(ASK.length() + " bytes");
    var download = page.waitForDownload(file::click);
    assertThat(download.suggestedFilename()).isEqualTo("letter.txt");
    assertThat(contentOf(download)).isEqualTo(ASK);
    Gallery.show(page, "case-with-a-file");
  }

  private static String contentOf(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void decide(Visitor counsel, String reference) {
    var page = counsel.page();
    take(counsel, reference);
    page.locator(".form-island .fjs-input-group").first().click();
    page.locator(".fjs-dropdownlist-item", containing("Declined, with the offer")).click();
    page.getByLabel("Coordinated inauthentic behaviour").check();
    page.locator(".form-island textarea").first().fill(WHY);
    counsel.page().locator("[data-send]").click();
    assertThat(page.locator(".over .notice")).containsText("You completed it");
  }

  private static void reply(Visitor desk, String reference) {
    take(desk, reference);
    var page = desk.page();
    assertThat(page.locator(".form-island textarea").first())
        .hasValue(Pattern.compile("open an account in your own name"));
    page.locator("[data-send]").click();
    assertThat(page.locator(".over .notice")).containsText("You completed it");
  }

  private static void seeThatItIsAskedAgain(Visitor desk, String reference) {
    var again =
        CandorApi.as("employee", candor.address())
            .post("/api/flags", ExampleRequests.foundingIncident())
            .json()
            .path("reference")
            .asText();
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

  private static void readTheDecision(Visitor counsel, String reference) {
    var verdict = counsel.openUntil("/cases/" + reference, ".verdict");
    assertThat(verdict).containsText("Declined, with the offer of an open account");
    assertThat(verdict).containsText("Coordinated inauthentic behaviour");
    assertThat(verdict).containsText(WHY);
    assertThat(counsel.page().locator(".ask")).hasText(ASK);
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

  private static void readTheMail(Visitor employee, String reference) {
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

  private static void readTheLedger(Visitor auditor, String reference) {
    auditor.openUntil("/ledger?subject=" + reference, "td:has-text('Decided')");
    assertThat(auditor.page().locator("main")).not().containsText(WHY);
    Gallery.show(auditor.page(), "ledger");
  }

  /** What the auditor has no part in, they open with a reason, to read. */
  private static void openInAnEmergency(Visitor auditor, String reference) {
    auditor.open("/emergency-access");
    auditor.page().locator("#reference").fill(reference);
    auditor.page().locator("#reason").fill("A court asks today.");
    auditor.page().locator("main button").click();
    assertThat(auditor.page().locator("main")).containsText(WHY);
    assertThat(auditor.page().locator("main form.fields")).hasCount(0);
    auditor.open("/emergency-access");
    Gallery.show(auditor.page(), "emergency-access");
    auditor.open("/ledger/heads");
    Gallery.show(auditor.page(), "ledger-heads");
    auditor.open("/transparency");
    Gallery.show(auditor.page(), "transparency");
  }

  private static void take(Visitor visitor, String reference) {
    visitor.openUntil("/desk?scope=group", ".todo li a:has-text('" + reference + "')").click();
    var page = visitor.page();
    page.locator("button", containing("Claim it")).click();
    page.locator(".form-island textarea").first().waitFor();
  }

  private static Page.LocatorOptions containing(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Visitor visitor() {
    return Visitor.at(address(), chromium.browser());
  }

  private static URI address() {
    return candor.address();
  }
}
