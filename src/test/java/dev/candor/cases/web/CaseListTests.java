package dev.candor.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** The list of cases and what it is narrowed down by, as page and as API. */
@CandorTest
class CaseListTests {

  @LocalServerPort int port;

  private final MockMvcTester browser;
  private final String principal = "Bureau " + System.nanoTime();

  @Autowired
  CaseListTests(WebApplicationContext web) {
    this.browser = MockMvcTester.from(web, builder -> builder.apply(springSecurity()).build());
  }

  @Test
  void shouldKeepTheRarerFiltersInADisclosureUntilOneIsOn() {
    assertThat(page("?state=DECIDED"))
        .contains("<details class=\"more\">", "More filters", "Show all");
    assertThat(page("?country=GB"))
        .contains("<details class=\"more\" open=\"open\">", "value=\"GB\" selected=\"selected\"");
  }

  @Test
  void shouldCarryEveryFilterFromPageToPage() {
    var flag = ExampleRequests.embassy();
    flag.put("principal", principal);
    for (var row = 0; row < 26; row++) {
      new Route(port).flag("employee", flag);
    }

    assertThat(page("?q=" + principal.replace(' ', '+') + "&country=FR&from=2020-01-01&page=1"))
        .contains("No case fits");
    assertThat(
            page(
                "?q=%s&country=%s&from=2020-01-01"
                    .formatted(principal, flag.get("principalCountry"))))
        .contains(
            "/cases?q=%s&amp;from=2020-01-01&amp;country=%s&amp;page=2"
                .formatted(principal.replace(" ", "%20"), flag.get("principalCountry")));
  }

  @Test
  void shouldSayWhichFilterToLoosenAndLeadThere() {
    var flag = ExampleRequests.embassy();
    flag.put("principal", principal);
    new Route(port).flag("employee", flag);

    assertThat(page("?q=%s&severity=LOW&to=2999-12-31".formatted(principal)))
        .contains("No case fits", "There is something to see without this one:")
        .contains(
            "href=\"/cases?q=%s&amp;to=2999-12-31&amp;page=1\">Of any severity<"
                .formatted(principal.replace(" ", "%20")))
        .doesNotContain("On any day");
    assertThat(page("?q=%s&country=AQ&outcome=ACCEPTED".formatted(principal)))
        .contains("Taking off any one of them shows nothing either");
    assertThat(page("?from=2026-02-01&to=2026-01-01"))
        .contains("The last day is before the first one", "On any day");
  }

  @Test
  void shouldTakeNonsenseInAnAddressAsNotAsked() {
    assertThat(page("?from=yesterday&to=%2B999999999-12-31&outcome=x&severity=GRAVE&country=gb"))
        .contains("<details class=\"more\">");
  }

  @ParameterizedTest
  @CsvSource({
    "from=yesterday,                  from",
    "to=2026-02-30,                   to",
    "to=%2B999999999-12-31,           to",
    "from=-0001-01-01,                from",
    "from=2026-02-02&to=2026-02-01,   to",
    "outcome=MAYBE,                   outcome",
    "severity=GRAVE,                  severity",
    "country=XX,                      country"
  })
  void shouldNameTheParameterOfTheApiThatIsToBlame(String query, String field) {
    var answer = new Route(port).as("employee").get("/api/cases?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void shouldDescribeTheFiltersOfTheApi() {
    var described = new Route(port).as("employee").get("/v3/api-docs").json();

    var parameters = described.path("paths").path("/api/cases").path("get").path("parameters");

    assertThat(parameters.findValuesAsText("name"))
        .contains("state", "type", "desk", "q", "from", "to", "outcome", "severity", "country");
    assertThat(parameters.toString()).contains("in your time zone", "DECLINED", "CRITICAL");
  }

  private String page(String query) {
    var answer =
        browser
            .get()
            .uri("/cases" + query)
            .header("Accept", "text/html")
            .with(user("employee"))
            .exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
