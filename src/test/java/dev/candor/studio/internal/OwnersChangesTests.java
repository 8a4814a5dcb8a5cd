package dev.candor.studio.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import dev.candor.process.ProcessSets;
import dev.candor.studio.Releases;
import dev.candor.studio.StudioSettings;
import dev.candor.support.CandorForOwners;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * The three changes of processes/README.md, made by a process owner with what is written there and
 * nothing else: on the page, by a saved file, and by a call. Each takes effect in the running
 * service for the next case, and none for a case under way.
 */
@CandorForOwners
class OwnersChangesTests {

  private static final String ROUTE = "regional-review.bpmn";

  @LocalServerPort int port;
  @TempDir Path folder;

  private final WebApplicationContext service;
  private final ProcessSets sets;
  private final Releases releases;
  private final Clock clock;

  @Autowired
  OwnersChangesTests(
      WebApplicationContext service, ProcessSets sets, Releases releases, Clock clock) {
    this.service = service;
    this.sets = sets;
    this.releases = releases;
    this.clock = clock;
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
    var row = OwnersReadme.toWriteFor("Move a country to another desk").getLast();
    assertThat(row).endsWith(",\"NL\"");
    var table =
        inForce("desk.dmn")
            .replace("\"GB\",\"IE\",\"NL\",\"IL\"", "\"GB\",\"IE\",\"IL\"")
            .replace(row.replace(",\"NL\"", ""), row);
    assertThat(table).contains("<text>" + row + "</text>");
    onThePage("desk.dmn", table);

    // then the next one goes there, and the first stays
    route.offered("desk-de", route.flag("employee", flag), Route.REVIEW);
    route.offered("desk-uk", before, Route.REVIEW);
  }

  @Test
  void shouldHalveADeadline() throws IOException {
    // given how long the desk has for a grave review
    var route = new Route(port);
    var before = dueToReview(route);

    // when the owner halves it
    assertThat(OwnersReadme.section("Halve a deadline"))
        .contains("find the row by step and severity", "the column \"Working hours\"");
    var hours = "(?<before>id=\"OutputEntry_ReviewHigh_Hours\">\\s*<text>)8(?<after></text>)";
    saved("deadlines.dmn", inForce("deadlines.dmn").replaceFirst(hours, "${before}4${after}"));

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
    var changed = StepInserted.behind("Task_RecordRecommendation", inForce(ROUTE));
    assertThat(OwnersReadme.toWriteFor("Put another reviewer into the diagram"))
        .containsAll(StepInserted.ENTERED);
    assertThat(changed.replace("&quot;", "\"")).contains(StepInserted.ENTERED);
    byCall(ROUTE, changed);

    // then the next case comes to the second reviewer
    var reference = route.flag("employee", ExampleRequests.foundingIncident());
    route.review("desk-uk", reference, "ESCALATE");
    var again = route.offered("desk-uk", reference, "Task_ReviewOnceMore");
    assertThat(route.claim("desk-uk", again).status()).as("four eyes").isEqualTo(409);
    route.workOff(
        "head-uk",
        reference,
        "Task_ReviewOnceMore",
        Map.of("recommendation", "DECLINE", "rationale", "Seen again."));

    // and goes on from there, with what both recommend
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    var file = route.caseOf("counsel", reference);
    assertThat(file.path("recommendations").valueStream())
        .extracting(each -> each.path("by").asText() + " " + each.path("role").asText())
        .containsExactly("desk-uk DESK", "head-uk SECOND_REVIEWER");
    assertThat(file.path("timeline").valueStream())
        .extracting(entry -> entry.path("what").asText())
        .contains("DISAGREED");

    // and the case under way goes its old way
    route.review("desk-uk", before, "ESCALATE");
    route.offered("counsel", before, Route.DECIDE_AS_COUNSEL);
  }

  private String inForce(String file) {
    return sets.files(sets.current().orElseThrow().number()).text(file);
  }

  /** "Check and deploy". */
  private void onThePage(String file, String text) {
    assertThat(text).isNotEqualTo(inForce(file));
    var browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    var answer =
        browser.perform(
            multipart("/processes")
                .file(new MockMultipartFile("files", file, null, text.getBytes(UTF_8)))
                .with(user("owner").roles("PROCESS_OWNER"))
                .with(csrf()));
    assertThat(answer).hasStatus3xxRedirection();
    assertThat(inForce(file)).isEqualTo(text);
  }

  /** In the folder that {@code mvn spring-boot:run} looks at. */
  private void saved(String file, String text) throws IOException {
    assertThat(text).isNotEqualTo(inForce(file));
    var set = sets.files(sets.current().orElseThrow().number());
    for (var name : set.names()) {
      Files.write(folder.resolve(name), set.content(name));
    }
    var watched = new WatchedFolder(new StudioSettings(folder), releases, clock);
    watched.start();
    try {
      Files.writeString(folder.resolve(file), text);
      await().atMost(Duration.ofMinutes(2)).until(() -> watched.last().isPresent());
      assertThat(watched.last().orElseThrow().findings()).isEmpty();
    } finally {
      watched.stop();
    }
    assertThat(inForce(file)).isEqualTo(text);
  }

  private void byCall(String file, String text) {
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
