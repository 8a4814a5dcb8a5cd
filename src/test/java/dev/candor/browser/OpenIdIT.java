package dev.candor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import dev.candor.support.HttpCall;
import dev.candor.support.Provider;
import dev.candor.support.ReservedPorts;
import dev.candor.support.RunningCandor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of a real OpenID provider at the packaged service, by browser and by token. */
class OpenIdIT {

  @TempDir private static Path dataDirectory;

  private static int port;
  private static int providersPort;
  @AutoClose private static RunningCandor candor;
  @AutoClose private static Provider provider;
  @AutoClose private static Chromium chromium;

  /** Candor first: that the provider is away stops nothing. */
  @BeforeAll
  static void start() {
    port = ReservedPorts.next();
    providersPort = ReservedPorts.next();
    candor = candor();
    provider = Provider.start(providersPort, candor.address());
    chromium = Chromium.start();
  }

  @Test
  void shouldSignInAndOutAtTheProviderAndStayOverARestart() {
    try (var visitor = Visitor.at(candor.address(), chromium.browser())) {
      // when a page is opened by somebody whom only the provider knows
      visitor.open("/desk?scope=group");
      signIn(visitor.page());

      // then they are where they wanted to be, as who they are
      assertThat(visitor.page().url()).contains("/desk?scope=group");
      assertThat(visitor.page().locator(".who").innerText())
          .contains("Maya Stein", "Desk UK-IE-NL-IL");

      // when they sign out
      visitor.page().click(".who button");
      visitor.page().waitForURL(candor.address() + "/login?out");
      assertThat(visitor.page().locator("main").innerText()).contains("You are signed out.");
      Gallery.show(visitor.page(), "login-with-provider");

      // then the provider has forgotten them too
      visitor.page().click("#sign-in");
      signIn(visitor.page());

      // when the service is restarted, and the provider would ask again
      visitor.page().context().clearCookies(new ClearCookiesOptions().setName("JSESSIONID"));
      candor.close();
      candor = candor();
      visitor.open("/desk");

      // then they are still signed in
      assertThat(visitor.page().locator(".who").innerText()).contains("Maya Stein");
      assertThat(visitor.failures()).isEmpty();
    }
  }

  @Test
  void shouldSayThatNobodyWasSignedInWhenTheProviderRefuses() {
    try (var visitor = Visitor.at(candor.address(), chromium.browser())) {
      visitor.open("/login/oauth2/code/company?error=access_denied&state=unknown");

      assertThat(visitor.page().locator("[role=alert]").innerText())
          .contains("The company did not say who you are. Nobody was signed in");
    }
  }

  @Test
  void shouldTakeATokenThatIsMeantForTheApi() {
    // given a program's token, with a role as the provider calls it
    var answer = calls("/api/cases", provider.tokenFor("reports"));
    var held =
        HttpCall.to(port, "/api/cases/SR-2026-00001/hold")
            .header("Authorization", "Bearer " + provider.tokenFor("reports"))
            .postJson("{\"reason\":\"A court asks.\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(held.statusCode()).as("may hold, were there such a case").isEqualTo(404);
  }

  @Test
  void shouldRefuseEveryOtherToken() {
    String good = provider.tokenFor("reports");
    String forged = good.substring(0, good.length() - 4) + "AAAA";

    for (var token : List.of(provider.tokenFor("another"), forged, "nonsense")) {
      var answer = calls("/api/cases", token);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer error="));
      assertThat(answer.body()).contains("Send a bearer token of The company");
    }
    assertThat(HttpCall.to(port, "/api/cases").as("counsel").get().statusCode())
        .as("a demonstration person")
        .isEqualTo(401);
  }

  private static HttpResponse<String> calls(String path, String token) {
    return HttpCall.to(port, path).header("Authorization", "Bearer " + token).get();
  }

  private static void signIn(Page page) {
    page.fill("input[name=username]", "maya");
    page.fill("input[name=password]", "secret");
    page.click("button[type=submit]");
    page.waitForURL(url -> url.startsWith(candor.address().toString()));
  }

  private static RunningCandor candor() {
    String client = "--spring.security.oauth2.client.";
    return RunningCandor.start(
        dataDirectory,
        "--server.port=" + port,
        client + "registration.company.client-id=candor",
        client + "registration.company.client-secret=" + Provider.secretOf("candor"),
        client + "registration.company.client-name=The company",
        client + "registration.company.scope=openid,profile",
        client + "provider.company.issuer-uri=http://localhost:" + providersPort,
        "--candor.access.openid.roles-claim=groups",
        "--candor.access.openid.roles.legal-lead=COUNSEL",
        "--candor.access.openid.desks.west=UK-IE-NL-IL");
  }
}
