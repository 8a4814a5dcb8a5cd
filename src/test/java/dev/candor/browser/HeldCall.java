package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A call of a page on its way to the service, which goes on, or does not, when a test says so. */
final class HeldCall {

  private final Page page;
  private final String address;
  private final Route call;

  private HeldCall(Page page, String address, Route call) {
    this.page = page;
    this.address = address;
    this.call = call;
  }

  /**
   * @param address glob of the call to hold
   * @param act what makes the page call
   */
  static HeldCall of(Page page, String address, Runnable act) {
    page.evaluate(
        """
        () => {
          const shown = document.querySelector('[data-case]');
          delete shown.dataset.told;
          shown.addEventListener('candor:changed', () => { shown.dataset.told = 'yes'; });
        }
        """);
    List<Route> held = new ArrayList<>();
    page.route(address, held::add);
    awaitThatCallsAreHeld(page);
    act.run();
    page.waitForCondition(() -> !held.isEmpty());
    return new HeldCall(page, address, held.getFirst());
  }

  /** For a moment after it is told to, a browser lets calls through as before. */
  private static void awaitThatCallsAreHeld(Page page) {
    page.route("**/held", call -> call.fulfill(new Route.FulfillOptions().setBody("held")));
    await()
        .pollInSameThread()
        .until(
            () -> page.evaluate("fetch('/held').then((answer) => answer.text())"), "held"::equals);
    page.unroute("**/held");
  }

  void goOn() {
    end(Route::resume);
  }

  /** The connection breaks before the service answers. */
  void breakOff() {
    end(Route::abort);
  }

  /** What stands before the service answers in its place. */
  void answer(int status) {
    end(held -> held.fulfill(new Route.FulfillOptions().setStatus(status).setBody("Not now")));
  }

  /** The service takes it, and leads to a page that does not show the case. */
  void takeAndLeadTo(String path) {
    var taken = call.fetch(new Route.FetchOptions().setMaxRedirects(0));
    assertThat(taken.status()).isEqualTo(302);
    var elsewhere = Map.of("Location", path);
    end(held -> held.fulfill(new Route.FulfillOptions().setStatus(302).setHeaders(elsewhere)));
  }

  /**
   * The service does it, and this page hears of the change before it has the answer: it is its own.
   */
  void goOnWithoutAnAnnouncement() {
    var answer = call.fetch();
    assertThat(answer.ok()).isTrue();
    awaitTheNews();
    assertThat(page.locator("[data-changed]")).isEmpty();
    end(held -> held.fulfill(new Route.FulfillOptions().setResponse(answer)));
    assertThat(page.locator("[data-changed]")).isEmpty();
  }

  /** Until this page heard that its case changed. */
  void awaitTheNews() {
    page.locator("[data-told]").waitFor();
  }

  private void end(Consumer<Route> how) {
    how.accept(call);
    // Not before: what is held would go on by itself.
    page.unroute(address);
  }
}
