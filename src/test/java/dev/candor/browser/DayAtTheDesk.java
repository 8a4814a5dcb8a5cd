package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What people do at the desk beside the straight way of a case: each a part of their day. */
final class DayAtTheDesk {

  private DayAtTheDesk() {}

  /** Finds a task, takes it, fills it in and completes it, without touching the mouse. */
  static void byKeyboardAlone(Visitor desk, String reference) {
    var page = desk.page();
    desk.openUntil("/desk?scope=group", task(reference));
    press(page, "1");
    desk.arriveAt("scope=mine");
    press(page, "2");
    desk.arriveAt("scope=group");
    press(page, "f");
    assertThat(page.locator("#task-words")).isFocused();
    page.keyboard().press("Control+a");
    page.keyboard().type(reference);
    press(page, "Enter");
    desk.arriveAt("q=" + reference);
    assertThat(page.locator("#todo li")).hasCount(1);
    press(page, "j");
    press(page, "Enter");
    assertThat(page.locator("#hand-title")).isFocused();
    press(page, "?");
    assertThat(page.locator("#keys")).isVisible();
    Gallery.show(page, "keys");
    press(page, "Escape");
    press(page, "t");
    awaitTheForm(page);
    press(page, "e");
    press(page, "Space");
    page.locator(".form-island input[type=radio]:checked").waitFor();
    for (var steps = 0; steps < 20 && !isIn(page, "textarea"); steps++) {
      press(page, "Tab");
    }
    page.keyboard().type("It is an embassy, openly.");
    press(page, "Control+Enter");
    assertThat(page.locator(".over .notice")).containsText("You completed it");
  }

  /** The same by touch, on a telephone: one pane at a time. */
  static void byTelephone(Visitor head, String reference) {
    var page = head.page();
    page.setViewportSize(390, 844);
    head.openUntil("/desk?scope=group", task(reference)).click();
    assertThat(page.locator("#hand-title")).isVisible();
    page.locator("[data-key=claim]").click();
    awaitTheForm(page);
    page.locator(".form-island .fjs-input-group").first().click();
    page.locator(".fjs-dropdownlist-item").filter(containing("Declined")).first().click();
    page.locator(".form-island textarea").first().fill("Openly asked, openly answered.");
    HeldCall.of(page, "**/complete", page.locator("[data-send]")::click)
        .goOnWithoutAnAnnouncement();
    assertThat(page.locator(".over .notice")).containsText("You completed it");
    page.locator(".over a", new Page.LocatorOptions().setHasText("All tasks")).click();
    assertThat(page.locator("#todo")).isVisible();
  }

  /** Two windows write into one form: neither is lost without being asked. */
  static void inTwoWindows(Visitor one, Visitor other, String reference) {
    one.openUntil("/desk?scope=group", task(reference)).click();
    one.page().locator("[data-key=claim]").click();
    awaitTheForm(one.page());
    other.open(one.page().url().replaceFirst("https?://[^/]+", ""));
    awaitTheForm(other.page());
    other.page().locator(".form-island textarea").fill("Written there.");
    assertThat(other.page().locator("[data-saved]")).hasText(Pattern.compile("Saved .*"));
    one.page().locator(".form-island textarea").fill("Written here.");
    var conflict = one.page().locator("[data-message]");
    assertThat(conflict).containsText("changed in another window");
    Gallery.show(one.page(), "desk-draft-conflict");
    conflict.locator("button", new Locator.LocatorOptions().setHasText("Load what")).click();
    assertThat(one.page().locator(".form-island textarea")).hasValue("Written there.");
  }

  /**
   * Adds to the case beside the task in hand, without the mouse and without leaving the task: what
   * is written in its form stays.
   */
  static void addsBesideATask(Visitor desk) {
    var page = desk.page();
    var address = page.url();
    var words = page.locator(".form-island textarea");
    var diagram = page.locator("#beside details.ended").first();
    diagram.locator("> summary").focus();
    press(page, "Enter");
    assertThat(diagram.locator("[data-drawn] .djs-shape").first()).isVisible();
    words.fill("Half a reason.");

    page.locator("#comment").focus();
    page.keyboard().type("Would you look at the letter?");
    press(page, "Tab");
    HeldCall.of(page, "**/comments", () -> press(page, "Enter")).goOnWithoutAnAnnouncement();
    assertThat(page.locator("#beside .notice.good")).isFocused();
    assertThat(page.locator("#beside .opinion")).containsText("Would you look at the letter?");
    var letter = "An ask.".getBytes(StandardCharsets.UTF_8);
    HeldCall.of(page, "**/attachments?*", () -> attach(page, "letter.txt", letter))
        .goOnWithoutAnAnnouncement();
    assertThat(page.locator("#attachments")).isFocused();
    assertThat(page.locator("#beside .file-name")).hasText("letter.txt");

    assertThat(diagram.locator("[data-drawn] .djs-shape").first()).isVisible();
    assertThat(words).hasValue("Half a reason.");
    assertThat(page).hasURL(address);
    Gallery.show(page, "desk-beside");
  }

  /** What became of words that were sent is said as it is, and nothing is sent twice. */
  static void isToldWhatBecameOfTheirWords(Visitor desk, Route route, String reference) {
    var page = desk.page();
    var said = page.locator("#beside [data-refused]");
    // while they are on their way nothing is added to them, and afterwards there is room for more
    var held = send(page, "The first words.");
    assertThat(page.locator("#comment")).not().isEditable();
    held.goOn();
    assertThat(page.locator("#comment")).hasValue("");
    assertThat(page.locator("#comment")).isEditable();
    // refused: they are there to be sent again, and what others did meanwhile is told
    held = send(page, "The second words.");
    say(route, reference, "Meanwhile.");
    held.awaitTheNews();
    held.answer(429);
    assertThat(said).containsText("It was not recorded");
    assertThat(page.locator("[data-changed]")).containsText("This case has changed");
    assertThat(page.locator("#comment")).hasValue("The second words.");
    // the connection breaks, or what stands before the service gives up: nobody knows
    sendAgain(page).breakOff();
    assertThat(said).containsText("it is not known whether this was recorded");
    assertThat(page.locator("#comment")).hasValue("The second words.");
    sendAgain(page).answer(504);
    assertThat(said).containsText("it is not known whether this was recorded");
    // taken, and not shown: they are not sent a second time
    sendAgain(page).takeAndLeadTo("/mail");
    assertThat(said).containsText("It was recorded");
    assertThat(page.locator("#comment")).hasValue("");
    page.reload();
    for (var words : List.of("The first words.", "The second words.", "Meanwhile.")) {
      assertThat(page.locator("#beside .opinion", containingText(words))).hasCount(1);
    }
  }

  private static HeldCall send(Page page, String words) {
    page.locator("#comment").fill(words);
    return sendAgain(page);
  }

  private static HeldCall sendAgain(Page page) {
    var add = page.locator("#beside form[data-readers] button");
    return HeldCall.of(page, "**/comments", () -> add.press("Enter"));
  }

  /** Chooses a file and attaches it, on a case's own page or beside a task. */
  static void attach(Page page, String name, byte[] content) {
    page.locator("#files")
        .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    page.locator(".attach button").press("Enter");
  }

  /** Speaks to a colleague in a case's discussion, whose desk says so; without the mouse. */
  static void mentionsAColleague(Visitor desk, Visitor colleague, String reference) {
    var page = desk.page();
    desk.open("/cases/" + reference);
    page.locator("#comment").focus();
    page.keyboard().type("Would you ask them, @");
    var offers = page.getByRole(AriaRole.OPTION);
    assertThat(offers).not().hasCount(0);
    page.keyboard().type("pri");
    assertThat(offers).hasCount(1);
    press(page, "Escape");
    assertThat(offers).hasCount(0);
    press(page, "Backspace");
    assertThat(offers.first()).hasAttribute("aria-selected", "true");
    page.locator(".offers").scrollIntoViewIfNeeded();
    Gallery.show(page, "case-mention");
    press(page, "Enter");
    assertThat(page.locator("#comment")).hasValue("Would you ask them, @Hannah Price ");
    press(page, "Tab");
    press(page, "Enter");
    assertThat(page.locator("mark.mention")).hasText("@Hannah Price");
    colleague.open("/desk");
    var told = colleague.page().locator("#mentions");
    assertThat(told).containsText("You are mentioned in " + reference);
    Gallery.show(colleague.page(), "desk-mentioned");
    told.locator("a", new Locator.LocatorOptions().setHasText(reference)).click();
    assertThat(colleague.page().locator("mark.mention.you")).hasText("@Hannah Price");
    Gallery.show(colleague.page(), "case-mentioned");
    colleague.open("/desk");
    assertThat(told).not().containsText(reference);
  }

  /**
   * A case that is open says that it changed, keeps what is being written, and closes to who is
   * taken off it.
   */
  static void seesACaseChange(Visitor desk, Route route, String reference) {
    var page = desk.page();
    desk.open("/cases/" + reference);
    page.locator("#comment").fill("Half a thought");
    say(route, reference, "Another view.");
    var changed = page.locator("[data-changed]");
    assertThat(changed).containsText("This case has changed");
    assertThat(page.locator("#discussion")).not().containsText("Another view.");
    Gallery.show(page, "case-changed");
    changed.locator("button").click();
    assertThat(page.locator("#discussion")).containsText("Another view.");
    assertThat(page.locator("#comment")).hasValue("Half a thought");
    assertThat(page.locator("[data-drawn] .djs-shape").first()).isVisible();
    say(route, reference, "And one more.");
    assertThat(changed).containsText("This case has changed");
    var takenOff = Map.of("person", "desk-uk", "reason", "A friend of theirs.");
    route.step("head-uk", reference, "recuse", takenOff);
    assertThat(page.locator("h1")).hasText("There is nothing here");
    assertThat(page.locator("body")).not().containsText("Another view.");
  }

  private static void say(Route route, String reference, String words) {
    var said =
        route.as("head-uk").post("/api/cases/" + reference + "/comments", Map.of("text", words));
    org.assertj.core.api.Assertions.assertThat(said.status()).isEqualTo(201);
  }

  /** What they hold goes to a colleague. */
  static void handsOver(Visitor desk) {
    var page = desk.page();
    press(page, "h");
    assertThat(page.locator("#receiver")).isFocused();
    Gallery.show(page, "desk-hand-over");
    page.locator("#receiver").selectOption("head-uk");
    page.locator(".hand-over button").first().click();
    assertThat(page.locator(".holder")).containsText("Hannah Price");
  }

  /** Somebody is away: who stands in is named, seen by them, and ended. */
  static void namesAStandIn(Visitor desk, Visitor legal) {
    var page = desk.page();
    desk.open("/settings/stand-ins");
    page.locator("#standIn").selectOption("legal");
    page.locator("#until").fill(page.locator("#from").inputValue());
    page.locator("main form.mail-choice button").click();
    assertThat(page.locator("main tbody tr")).hasCount(1);
    Gallery.show(page, "stand-ins");
    legal.open("/desk");
    assertThat(legal.page().locator(".todo .stand-ins")).containsText("You stand in for Dev Patel");
    page.locator("main tbody button").click();
    assertThat(page.locator("main tbody tr")).hasCount(0);
  }

  /** A list is narrowed down, kept and opened by a colleague. */
  static void keepsAFilter(Visitor desk, Visitor head) {
    var page = desk.page();
    desk.open("/desk?scope=all&type=verify_or_label&order=severity");
    page.locator(".kept summary").click();
    page.locator("#filter-name").fill("Labels");
    page.locator(".keep input[type=checkbox]").check();
    page.locator(".keep button").click();
    assertThat(page.locator(".notice.good")).containsText("The filter is saved");
    page.locator(".kept summary").click();
    for (int width : List.of(390, 800, 1440)) {
      page.setViewportSize(width, 900);
      assertThat(cutOff(page)).as("choices cut off at %d pixels", width).isEqualTo(List.of());
    }
    Gallery.show(page, "desk-filters");
    head.open(page.locator(".kept li a").getAttribute("href"));
    assertThat(head.page()).hasURL(Pattern.compile(".*type=verify_or_label.*"));
  }

  /** The names of those whose words need more than they have. */
  private static Object cutOff(Page page) {
    return page.evaluate(
        """
        [...document.querySelectorAll('.narrow select')].filter((select) => {
          const has = select.offsetWidth;
          Object.assign(select.style, { width: 'max-content', maxWidth: 'none', justifySelf: 'start', fieldSizing: 'content' });
          const needs = select.offsetWidth;
          select.removeAttribute('style');
          return needs > has;
        }).map((select) => select.name)
        """);
  }

  /** Theirs to fill in, and drawn. */
  private static void awaitTheForm(Page page) {
    page.locator(".form-send").waitFor();
    page.locator("[data-place]:not([aria-busy]) textarea").first().waitFor();
  }

  private static void press(Page page, String key) {
    page.keyboard().press(key);
  }

  private static boolean isIn(Page page, String element) {
    return (Boolean)
        page.evaluate("name => document.activeElement?.matches(name) ?? false", element);
  }

  private static String task(String reference) {
    return ".todo li a:has-text('" + reference + "')";
  }

  private static Page.LocatorOptions containingText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Locator.FilterOptions containing(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
