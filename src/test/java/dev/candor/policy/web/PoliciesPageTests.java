package dev.candor.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** What a quoted clause says, in the version that is quoted. */
@CandorTest
class PoliciesPageTests {

  @LocalServerPort int port;

  private final MockMvcTester browser;

  @Autowired
  PoliciesPageTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @Test
  void shouldTellOfEachVersionWhenItIsInForceAndWhatItSays() {
    var versions =
        new Route(port)
            .as("desk-uk")
            .get("/api/policies")
            .json()
            .valueStream()
            .filter(version -> version.path("policy").asText().equals("STATE_CONTROLLED_MEDIA"))
            .toList();

    assertThat(versions)
        .extracting(PoliciesPageTests::days)
        .containsExactly(
            "4.0 2026-07-01 null",
            "3.0 2023-01-18 2026-06-30",
            "2.0 2020-08-06 2023-01-17",
            "1.0 2016-01-01 2020-08-05");
    var clause = versions.get(1).path("clauses").path(0);
    assertThat(clause.path("clause").asText()).isEqualTo("3.1");
    assertThat(clause.path("wording").asText()).contains("controls or can control bear a label");
  }

  @Test
  void shouldBeWhereAQuotedClauseLeads() {
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);

    assertThat(page("/cases/" + reference))
        .contains("href=\"/policies#STATE_CONTROLLED_MEDIA-3.0\"");
    assertThat(page("/policies"))
        .contains(
            "id=\"STATE_CONTROLLED_MEDIA-3.0\"",
            "controls or can control bear a label",
            "was in force from 18 Jan 2023 until 30 Jun 2026",
            "since 1 Jul 2026");
  }

  @Test
  void shouldNameClausesInTheirOrder() {
    var newest = new Route(port).as("counsel").get("/api/policies").json().path(0);

    assertThat(newest.path("clauses").findValuesAsText("clause"))
        .containsExactly("8.1", "8.4", "10.2");
  }

  private static String days(JsonNode version) {
    return "%s %s %s"
        .formatted(
            version.path("version").asText(),
            version.path("inForceFrom").asText(),
            version.path("inForceUntil").asText());
  }

  private String page(String path) {
    var answer =
        browser.get().uri(path).header("Accept", "text/html").with(user("desk-uk")).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
