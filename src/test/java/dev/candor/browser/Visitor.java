package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A demonstration person at their browser, who notes every script that failed. */
final class Visitor implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BrowserContext context;
  private final Page page;
  private final URI address;
  private final List<String> failures = new ArrayList<>();

  private Visitor(BrowserContext context, URI address) {
    this.context = context;
    this.page = context.newPage();
    this.address = address;
    page.onPageError(failures::add);
    page.setDefaultTimeout(PATIENCE.toMillis());
  }

  static Visitor at(URI address, Browser browser) {
    return new Visitor(
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900)), address);
  }

  /** As the sign-in page proposes: one click on the person, one on the button. */
  Visitor signedInAs(String person) {
    open("/login");
    page.click("[data-person='" + person + "']");
    page.click("#sign-in");
    arriveAt("^(?!.*/login).*");
    return this;
  }

  void open(String path) {
    page.navigate(address + path);
    awaitThePicture();
  }

  /**
   * Waits for the page of this address; says which one is there when it does not come.
   *
   * @param address a regular expression for a part of it, or all of it
   */
  void arriveAt(String address) {
    assertThat(page).hasURL(Pattern.compile(address));
    page.waitForLoadState();
    awaitThePicture();
  }

  /** What somebody does before a page is drawn a browser may drop: nobody can have meant it. */
  private void awaitThePicture() {
    page.waitForCondition(
        () ->
            page.evaluate("performance.getEntriesByType('paint').length > 0").equals(Boolean.TRUE));
  }

  /** Loads the page again until the element is there: the engine works on meanwhile. */
  Locator openUntil(String path, String selector) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              open(path);
              return page.locator(selector).count() > 0;
            });
    return page.locator(selector).first();
  }

  Page page() {
    return page;
  }

  List<String> failures() {
    return failures;
  }

  @Override
  public void close() {
    context.close();
  }
}
