package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What follows a correction where cases are found, listed, counted and compared. */
@CandorTest
class CorrectedCasesTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private Route route;
  private CaseToCorrect file;
  private String reference;

  @BeforeEach
  void flagACase() {
    route = new Route(port);
    file = CaseToCorrect.flagged(route);
    reference = file.reference();
  }

  @Test
  void shouldBeFoundByTheRightNameAndByTheFirst() {
    var right = "Right " + UUID.randomUUID();
    var sender = "Sender " + UUID.randomUUID();
    file.correct("desk-uk", "principal", right);
    file.correct("desk-uk", "sender", sender);
    var item = "@" + UUID.randomUUID();
    file.correct("desk-uk", "items", "@one\n" + item);
    file.correct("desk-uk", "items", "");
    file.correct("desk-uk", "principalKind", "MINISTRY");

    for (var words : List.of(right, right.toUpperCase(), sender, item)) {
      assertThat(found("desk-uk", words)).containsExactly(reference);
      // who flagged it knows of no correction, and must not find out by searching
      assertThat(found("employee", words)).isEmpty();
    }
    assertThat(found("desk-uk", reference)).containsExactly(reference);
    assertThat(found("employee", reference)).containsExactly(reference);
    var line = route.as("desk-uk").get("/api/cases?q=" + reference).json().path("items").path(0);
    assertThat(line.path("principal").asText()).isEqualTo(right);
    assertThat(line.path("principalKind").asText()).isEqualTo("MINISTRY");
    assertThat(route.as("employee").get("/api/cases?q=" + reference).body()).doesNotContain(right);
  }

  @Test
  void shouldBeListedUnderTheCountryThatStands() {
    file.correct("desk-uk", "principalCountry", "NU");

    assertThat(listed("desk-uk", "NU")).contains(reference);
    assertThat(listed("desk-uk", "CN")).doesNotContain(reference);
    assertThat(listed("employee", "NU")).doesNotContain(reference);
    assertThat(listed("employee", "CN")).contains(reference);
  }

  @Test
  void shouldCountWhoAsksAgainByTheRightName() {
    // given two cases of one principal, of which one names another, and who comes to know of it
    // later
    var right = "Right " + UUID.randomUUID();
    var flag = ExampleRequests.embassy();
    flag.put("principal", right);
    var other = route.flag("employee", flag);
    route.offered("desk-uk", other, Route.REVIEW);
    file.correct("desk-uk", "principal", right);
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);

    // then
    var askers = route.as("desk-uk").get("/api/asked-again?size=100").json().path("items");
    assertThat(askers)
        .filteredOn(each -> each.path("principal").asText().equals(right))
        .singleElement()
        .satisfies(each -> assertThat(each.path("cases").asInt()).isEqualTo(2));
    assertThat(
            rows.sql("select count(distinct asker) from case_access where reference = ?")
                .param(reference)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(
            route
                .as("desk-uk")
                .get("/api/cases/" + other + "/asked-before")
                .json()
                .findValuesAsText("reference"))
        .contains(reference);
  }

  @Test
  void shouldBeAPrecedentByWhatStands() {
    // given
    var right = "Right " + UUID.randomUUID();
    file.correct("desk-uk", "principal", right);
    file.correct("desk-uk", "principalCountry", "NU");
    route.review("desk-uk", reference, "DECLINE");
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of("outcome", "DECLINED", "rationale", "Words."));
    route.awaitState("desk-uk", reference, "DECIDED");

    // when
    var flag = ExampleRequests.embassy();
    flag.put("principal", right.toUpperCase());
    flag.put("principalCountry", "NU");
    var later = route.flag("employee", flag);
    route.offered("desk-uk", later, Route.REVIEW);

    // then
    assertThat(route.caseOf("desk-uk", later).path("handling").path("precedents"))
        .filteredOn(each -> each.path("reference").asText().equals(reference))
        .singleElement()
        .satisfies(
            each -> assertThat(each.path("likeness").toString()).contains("PRINCIPAL", "COUNTRY"));
  }

  private List<String> listed(String person, String country) {
    return route
        .as(person)
        .get("/api/cases?size=100&country=" + country)
        .json()
        .path("items")
        .findValuesAsText("reference");
  }

  private List<String> found(String person, String words) {
    return route
        .as(person)
        .get("/api/cases?q=" + words.replace(" ", "%20"))
        .json()
        .path("items")
        .findValuesAsText("reference");
  }
}
