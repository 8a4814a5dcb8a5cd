package dev.candor.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** A ministry's official telephones: the request is asked for in writing, and written. */
@CandorTest
class PutInWritingTests {

  private static final String WORDS = "We ask you to take the video down.";

  @LocalServerPort int port;
  @Autowired WebApplicationContext service;

  private Route route;
  private String reference;

  @BeforeEach
  void askInWriting() {
    route = new Route(port);
    var flag = ExampleRequests.embassy();
    flag.put("type", "REMOVE_OR_RESTRICT");
    flag.put("channel", "VERBAL");
    flag.put("market", "IL");
    reference = route.flag("employee", flag);
    route.review("desk-uk", reference, "PUT_IN_WRITING");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> route.caseOf("desk-uk", reference).at("/handling/awaitingAnswer").asBoolean());
  }

  @Test
  void shouldWaitKeepWhatIsWrittenAndHaveItReviewed() {
    // given
    assertThat(route.caseOf("desk-uk", reference).path("stage").asText())
        .isEqualTo("Waiting for the request in writing");
    assertThat(page()).contains("What the other side wrote", "The other side was asked to put it");
    // when
    var answered = answer("employee", WORDS);
    // then
    assertThat(answered).isEqualTo(202);
    route.workOff(
        "desk-uk",
        reference,
        "Task_ReviewAnswer",
        Map.of("recommendation", "DECLINE", "rationale", "No law is named."));
    route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    var file = route.caseOf("desk-uk", reference);
    assertThat(file.at("/handling/answer/text").asText()).isEqualTo(WORDS);
    assertThat(file.path("recommendations")).hasSize(2);
    assertThat(page()).contains(WORDS).doesNotContain("name=\"answer\"");
  }

  @Test
  void shouldTakeOneAnswerWithWordsFromWhomItConcerns() {
    assertThat(answer("employee", " ")).isEqualTo(400);
    assertThat(answer("desk-de", WORDS)).isEqualTo(404);
    assertThat(answer("desk-uk", WORDS)).isEqualTo(202);
    assertThat(answer("desk-uk", WORDS)).isEqualTo(409);
  }

  private int answer(String person, String words) {
    var path = "/api/cases/" + reference + "/answer";
    return route.as(person).post(path, Map.of("answer", words)).status();
  }

  private String page() {
    var browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    var answer = browser.get().uri("/cases/" + reference).with(user("desk-uk")).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
