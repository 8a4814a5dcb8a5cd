package dev.candor.studio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.ProcessSets;
import dev.candor.support.CandorForOwners;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.Upload;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The three changes of processes/README.md, made by a process owner through the running service:
 * each takes effect for the next case, and none for a case under way.
 */
@CandorForOwners
class OwnersChangesTests {

  private static final String ROUTE = "regional-review.bpmn";

  @LocalServerPort int port;
  private final ProcessSets sets;

  @Autowired
  OwnersChangesTests(ProcessSets sets) {
    this.sets = sets;
  }

  @BeforeEach
  void awaitTheFirstSet() {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
  }

  @Test
  void shouldMoveACountryToAnotherDesk() {
    // given a case from the Netherlands at its desk
    var route = new Route(port);
    var flag = ExampleRequests.foundingIncident();
    flag.put("market", "NL");
    var before = route.flag("employee", flag);
    route.offered("desk-uk", before, Route.REVIEW);

    // when the owner moves the country in the table
    deploy(
        "desk.dmn",
        inForce("desk.dmn")
            .replace("\"GB\",\"IE\",\"NL\",\"IL\"", "\"GB\",\"IE\",\"IL\"")
            .replace("\"DE\",\"AT\",\"CH\"", "\"DE\",\"AT\",\"CH\",\"NL\""));

    // then the next one goes there, and the first stays
    route.offered("desk-de", route.flag("employee", flag), Route.REVIEW);
    route.offered("desk-uk", before, Route.REVIEW);
  }

  @Test
  void shouldHalveADeadline() {
    // given how long the desk has for a grave review
    var route = new Route(port);
    var before = dueToReview(route);

    // when the owner halves it
    var hours = "(?<before>id=\"OutputEntry_ReviewHigh_Hours\">\\s*<text>)8(?<after></text>)";
    deploy("deadlines.dmn", inForce("deadlines.dmn").replaceFirst(hours, "${before}4${after}"));

    // then the next review is due earlier
    assertThat(dueToReview(route)).isBefore(before);
  }

  @Test
  void shouldPutASecondReviewerIntoTheDiagram() {
    // given a case under way
    var route = new Route(port);
    var before = route.flag("employee", ExampleRequests.foundingIncident());
    route.offered("desk-uk", before, Route.REVIEW);

    // when the owner puts another step behind the review
    deploy(ROUTE, StepInserted.behind(Route.REVIEW, inForce(ROUTE)));

    // then the next case comes to the second reviewer, and goes on from there
    var reference = route.flag("employee", ExampleRequests.foundingIncident());
    route.review("desk-uk", reference, "ESCALATE");
    route.workOff(
        "head-uk",
        reference,
        "Task_ReviewOnceMore",
        Map.of("recommendation", "ESCALATE", "rationale", "Seen again."));
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);

    // and the case under way goes its old way
    route.review("desk-uk", before, "ESCALATE");
    route.offered("counsel", before, Route.DECIDE_AS_COUNSEL);
  }

  private String inForce(String file) {
    return sets.files(sets.current().orElseThrow().number()).text(file);
  }

  private void deploy(String file, String text) {
    assertThat(text).isNotEqualTo(inForce(file));
    var answer = Upload.of(port, "owner", Map.of(file, text));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static OffsetDateTime dueToReview(Route route) {
    var reference = route.flag("employee", ExampleRequests.foundingIncident());
    route.offered("desk-uk", reference, Route.REVIEW);
    return OffsetDateTime.parse(
        route
            .tasks("desk-uk", "scope=group&reference=" + reference)
            .getFirst()
            .path("dueAt")
            .asText());
  }
}
