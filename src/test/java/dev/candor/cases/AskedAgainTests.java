package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Who asked more than once, as far as each may know. */
@CandorTest
class AskedAgainTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private final String principal = "Bureau <i>of</i> & " + System.nanoTime();
  private Route route;

  @Autowired
  AskedAgainTests(WebApplicationContext web) {
    this.browser = MockMvcTester.from(web, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void meetTheService() {
    route = new Route(port);
  }

  @Test
  void shouldCountForEachTheCasesWhoseContentTheySee() {
    // given two cases at one desk, and one at another
    var first = asked(principal, "GB");
    var elsewhere = asked(principal.toUpperCase(), "FR");
    var newest = asked(principal, "GB");
    comesToCounsel(first, elsewhere, newest);
    // when
    var forCounsel = asker("counsel", "").orElseThrow();
    var forTheDesk = asker("desk-uk", "").orElseThrow();
    // then
    assertThat(forCounsel.path("cases").asInt()).isEqualTo(3);
    assertThat(forCounsel.path("desks")).hasSize(2);
    assertThat(forCounsel.path("newest").asText()).isEqualTo(newest);
    assertThat(forTheDesk.path("cases").asInt()).isEqualTo(2);
    assertThat(forTheDesk.path("desks")).hasSize(1);
    assertThat(asker("desk-de", "")).as("who sees one of them").isEmpty();
    assertThat(asker("employee", "")).as("who flagged them, and sees no content").isEmpty();
    assertThat(asker("admin", "")).as("who runs the service").isEmpty();
    // and by filters
    var ofTheDesk = forTheDesk.path("desks").path(0).asText();
    assertThat(asker("counsel", "&severalDesks=true&desk=" + ofTheDesk)).isPresent();
    assertThat(asker("counsel", "&desk=ELSEWHERE")).isEmpty();
    assertThat(asker("desk-uk", "&severalDesks=true")).isEmpty();
  }

  @Test
  void shouldCountWhatWasRefusedBeforeAndAfterTheyCameToKnowOfIt() {
    // given
    var before = asked(principal, "GB");
    var after = asked(principal, "GB");
    var open = asked(principal, "GB");
    comesToCounsel(after, open);
    refused(before);
    refused(after);
    // when
    comesToCounsel(before);
    // then
    assertThat(asker("counsel", "").orElseThrow().path("refused").asInt()).isEqualTo(2);
  }

  @Test
  void shouldForgetForWhoSteppedOutAndWhatIsLongPast() {
    // given
    var first = asked(principal, "GB");
    var second = asked(principal, "GB");
    var third = asked(principal, "GB");
    comesToCounsel(first, second, third);
    // when
    rows.sql("insert into case_recusal values (?, 'counsel', 'A friend', 'counsel', now())")
        .param(first)
        .update();
    // then
    assertThat(asker("counsel", "").orElseThrow().path("cases").asInt()).isEqualTo(2);
    // when
    rows.sql("update case_access set flagged_at = now() - interval '2 years' where reference = ?")
        .param(second)
        .update();
    // then
    assertThat(asker("counsel", "")).isEmpty();
    assertThat(asker("counsel", "&days=3660")).isPresent();
  }

  @Test
  void shouldBeAPageThatLeadsToTheCases() {
    var first = asked(principal, "GB");
    var second = asked(principal, "FR");
    comesToCounsel(first, second);

    assertThat(pageWithThePrincipal("counsel"))
        .contains("Bureau &lt;i&gt;of&lt;/i&gt; &amp; ", "/cases/" + second + "/asked-before\"")
        .contains("/cases?q=Bureau%20%3Ci%3Eof%3C%2Fi%3E%20%26%20")
        .doesNotContain("<i>of</i>");
  }

  @Test
  void shouldSayThatNobodyAskedTwice() {
    assertThat(page("admin", "?days=nonsense&page=x&severalDesks=maybe&desk=none"))
        .contains("Nobody asked twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"days=0", "days=3661", "page=-1", "size=101", "desk=%00", "days=x"})
  void shouldRefuseWhatIsNoFilter(String parameters) {
    assertThat(route.as("counsel").get("/api/asked-again?" + parameters).status()).isEqualTo(400);
  }

  private String asked(String by, String market) {
    var flag = ExampleRequests.embassy();
    flag.put("principal", by);
    flag.put("market", market);
    var reference = route.flag("employee", flag);
    route.offered(market.equals("FR") ? "desk-de" : "desk-uk", reference, Route.REVIEW);
    return reference;
  }

  private void refused(String reference) {
    rows.sql(
            """
            insert into decision (submission, reference, decided_by, outcome, rationale, policy_discussion, at)
            values (gen_random_uuid(), ?, 'head-uk', 'DECLINED', 'Words', false, now())
            """)
        .param(reference)
        .update();
  }

  private void comesToCounsel(String... references) {
    for (var reference : references) {
      rows.sql("insert into case_group values (?, 'counsel', now()) on conflict do nothing")
          .param(reference)
          .update();
    }
  }

  /** Others ask again as well, in other tests. */
  private Optional<JsonNode> asker(String person, String filter) {
    for (int page = 0; ; page++) {
      var answer =
          route.as(person).get("/api/asked-again?size=100&page=%d%s".formatted(page, filter));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      var items = answer.json().path("items").valueStream().toList();
      var found =
          items.stream()
              .filter(item -> item.path("principal").asText().equalsIgnoreCase(principal))
              .findFirst();
      if (found.isPresent() || items.isEmpty()) {
        return found;
      }
    }
  }

  private String pageWithThePrincipal(String person) {
    var number = principal.substring(principal.lastIndexOf(' ') + 1);
    for (int page = 1; ; page++) {
      var shown = page(person, "?page=" + page);
      if (shown.contains(number) || !shown.contains("rel=\"next\"")) {
        return shown;
      }
    }
  }

  private String page(String person, String query) {
    var answer =
        browser
            .get()
            .uri("/asked-again" + query)
            .header("Accept", "text/html")
            .with(user(person))
            .exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
