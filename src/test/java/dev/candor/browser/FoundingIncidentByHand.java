package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * The founding incident as people carry it, each at their own window: from the flag to the reply.
 */
final class FoundingIncidentByHand {

  static final String ASK =
      "A government entity is interested in joining but would not want to be openly seen as one.";
  static final String WHY = "An <b>open</b> account is offered instead.";

  private FoundingIncidentByHand() {}

  static String flag(Visitor employee) {
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
    employee.arriveAt("/thanks$");
    Gallery.show(page, "thanks");
    return page.locator("h1 .ref").innerText();
  }

  static void review(Visitor desk, String reference) {
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
  static void attach(Visitor desk, String reference) {
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

  static void decide(Visitor counsel, String reference) {
    var page = counsel.page();
    take(counsel, reference);
    page.locator(".form-island .fjs-input-group").first().click();
    page.locator(".fjs-dropdownlist-item", containing("Declined, with the offer")).click();
    page.getByLabel("Coordinated inauthentic behaviour").check();
    page.locator(".form-island textarea").first().fill(WHY);
    counsel.page().locator("[data-send]").click();
    assertThat(page.locator(".over .notice")).containsText("You completed it");
  }

  static void reply(Visitor desk, String reference) {
    take(desk, reference);
    var page = desk.page();
    assertThat(page.locator(".form-island textarea").first())
        .hasValue(Pattern.compile("open an account in your own name"));
    page.locator("[data-send]").click();
    assertThat(page.locator(".over .notice")).containsText("You completed it");
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
}
