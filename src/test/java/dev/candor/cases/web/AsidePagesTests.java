package dev.candor.cases.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The forms beside a case, as a browser without scripts gets and sends them. */
@CandorTest
class AsidePagesTests {

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private final MockMvcTester browser;
  private Route route;
  private String reference;

  @Autowired
  AsidePagesTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @BeforeEach
  void carryACaseToCounsel() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ESCALATE");
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
  }

  /** Columns: the discussion's form, the hold's, that of stepping out, the way to the press's. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "employee, false, false, false, false",
    "desk-uk,  true,  false, true,  false",
    "head-uk,  true,  false, true,  false",
    "counsel,  true,  true,  true,  true"
  })
  void shouldOfferTheFormsToThoseWhoMay(
      String person, boolean discuss, boolean hold, boolean stepOut, boolean press) {
    var page = page(person, "/cases/" + reference);

    assertThat(page.contains("/comments\"")).isEqualTo(discuss);
    assertThat(page.contains("/hold\"")).isEqualTo(hold);
    assertThat(page.contains("/recuse\"")).isEqualTo(stepOut);
    assertThat(page.contains("/press-inquiries/new?reference=")).isEqualTo(press);
    assertThat(page.contains("<option value=\"desk-uk\""))
        .isEqualTo(!person.equals("employee") && !person.equals("desk-uk"));
  }

  @Test
  void shouldRefuseAFormWithoutItsToken() {
    var answer =
        browser
            .post()
            .uri("/cases/" + reference + "/comments")
            .with(user("counsel"))
            .param("comment", "Words.")
            .exchange();

    assertThat(answer).hasStatus(403);
    assertThat(route.caseOf("counsel", reference).path("discussion")).isEmpty();
  }

  @Test
  void shouldShowWhatWasSaidAsText() {
    assertThat(send("desk-uk", "comments", Map.of("comment", "<b>Ask</b> the embassy.")))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .isEqualTo("/cases/" + reference + "#discussion");

    assertThat(page("counsel", "/cases/" + reference))
        .contains("&lt;b&gt;Ask&lt;/b&gt; the embassy.", "Dev Patel");
    assertThat(page("employee", "/cases/" + reference)).doesNotContain("the embassy.");
  }

  @Test
  void shouldMarkWhoIsMentionedMoreSoForThem() {
    send("desk-uk", "comments", Map.of("comment", "@Conor Byrne, <i>ask</i> @Hannah Price."));

    assertThat(page("counsel", "/desk"))
        .contains("You are mentioned in", "#discussion\">" + reference);
    assertThat(page("counsel", "/cases/" + reference))
        .contains(
            "<mark class=\"mention you\">@Conor Byrne</mark>, &lt;i&gt;ask&lt;/i&gt; "
                + "<mark class=\"mention\">@Hannah Price</mark>.");
    assertThat(page("counsel", "/desk")).doesNotContain("#discussion\">" + reference);
  }

  @Test
  void shouldShowTheCaseBesideItsTask() {
    // given something said to counsel, and a file
    send("desk-uk", "comments", Map.of("comment", "@Conor Byrne, <i>look</i>."));
    assertThat(attach("desk-uk", "letter.txt", "")).hasStatus3xxRedirection();
    var task = route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);

    // when counsel opens the task, as soon as the engine stands there
    var shown =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> page("counsel", "/desk/" + task),
                containsString("It stands at <strong>Decide case as counsel</strong>"));

    // then policies and precedents are there, what was said, the file and the diagram
    assertThat(shown)
        .contains("Grounds on which it could be refused", "Decided cases that resemble it")
        .contains("<mark class=\"mention you\">@Conor Byrne</mark>, &lt;i&gt;look&lt;/i&gt;.")
        .contains("download>letter.txt</a>")
        .contains("data-diagram=\"/cases/" + reference + "/diagram?process=");

    // and the mention waits until the discussion itself is opened
    assertThat(page("counsel", "/desk"))
        .contains("You are mentioned in", "#discussion\">" + reference);
  }

  @Test
  void shouldFoldWhatWasSaidLongAgoBesideItsTask() {
    var task = route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    var beside = "/desk/" + task;

    // as much as there is room for is all shown
    for (var nth = 1; nth <= 11; nth++) {
      send("desk-uk", "comments", Map.of("comment", "Comment no. " + nth + "."));
    }
    assertThat(page("counsel", beside))
        .contains("Comment no. 1.")
        .doesNotContain("earlier comments");

    // and of more the last ten, with the others in a fold before them
    send("desk-uk", "comments", Map.of("comment", "Comment no. 12."));
    assertThat(page("counsel", beside).split("</details>"))
        .filteredOn(part -> part.contains("2 earlier comments"))
        .singleElement(STRING)
        .contains("Comment no. 2.")
        .doesNotContain("Comment no. 3.");
    assertThat(page("counsel", beside)).contains("Comment no. 3.", "Comment no. 12.");
  }

  @Test
  void shouldFoldWhatHappenedLongAgoBesideItsTask() {
    var beside = "/desk/" + route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    // given a case with a long way behind it
    rows.sql(
            """
            insert into case_event (reference, at, what, who)
            select :reference, now(), case n when 1 then 'CLAIM_LAPSED' else 'OPENED_IN_AN_EMERGENCY' end, 'desk-uk'
              from generate_series(1, 11) n
            """)
        .param("reference", reference)
        .update();
    // then beside its task the last ten entries are shown, with those before them in a fold
    assertThat(page("counsel", beside).split("</details>"))
        .filteredOn(part -> part.contains(" earlier entries"))
        .singleElement(STRING)
        .contains(">Flagged: ", "A task lay unattended");
    assertThat(page("counsel", beside)).contains("Opened in an emergency");
    // and its own page shows all of them
    assertThat(page("counsel", "/cases/" + reference))
        .contains(">Flagged: ", "A task lay unattended")
        .doesNotContain("earlier entries");
  }

  @Test
  void shouldBeAddedToFromBesideItsTask() {
    var task = route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    var desk = "/desk/" + task + "?scope=group&q=%7Ba%7D%20%26%20b&page=2";

    // what is said, and a file, lead back to the same task beside the same list
    assertThat(send("counsel", "comments", Map.of("comment", "Seen.", "back", desk)))
        .redirectedUrl()
        .isEqualTo(desk + "#discussion");
    assertThat(attach("counsel", "letter.txt", desk))
        .redirectedUrl()
        .isEqualTo(desk + "#attachments");
    assertThat(page("counsel", "/desk/" + task + "?scope=group"))
        .contains("Seen.", "letter.txt", "name=\"back\" value=\"/desk/" + task + "?scope=group\"");

    // and what is wrong is said there, with what was written
    var answer =
        send("counsel", "comments", Map.of("comment", "@Paula Moreau, look.", "back", desk));
    assertThat(answer).hasStatus(400);
    assertThat(text(answer))
        .contains(
            "id=\"hand-title\"", "Nothing was added", "comment-error", "@Paula Moreau, look.");

    // but nowhere else
    for (var elsewhere :
        List.of("https://elsewhere.example", "//elsewhere.example", "/desk/1/../x", "/desk/x")) {
      assertThat(send("counsel", "comments", Map.of("comment", "Seen.", "back", elsewhere)))
          .redirectedUrl()
          .isEqualTo("/cases/" + reference + "#discussion");
    }
  }

  @Test
  void shouldKeepWhatWasWrittenWhenSomebodyMayNotBeMentioned() {
    var answer = send("desk-uk", "comments", Map.of("comment", "Ask @Paula Moreau today."));

    assertThat(answer).hasStatus(400);
    assertThat(text(answer))
        .contains("Ask @Paula Moreau today.", "comment-error", "only people who work on this case");
    assertThat(route.caseOf("desk-uk", reference).path("discussion")).isEmpty();
  }

  @Test
  void shouldKeepWhatWasEnteredWhenSomethingIsMissing() {
    // when the box is not ticked
    var answer =
        send("desk-uk", "recuse", Map.of("recusalReason", "An old friend asks.", "person", ""));

    // then nothing is changed, and the reason is still there
    assertThat(answer).hasStatus(400);
    assertThat(text(answer))
        .contains("An old friend asks.", "it cannot be taken back", "Nothing was changed");
    assertThat(route.caseOf("desk-uk", reference).path("recusals")).isEmpty();

    // and without a reason neither
    var withoutReason = send("desk-uk", "recuse", Map.of("sure", "true"));
    assertThat(withoutReason).hasStatus(400);
    assertThat(text(withoutReason)).contains("recusalReason-error", "Fill this in");
  }

  @Test
  void shouldLeadAwayFromTheCaseOfWhoSteppedOut() {
    assertThat(send("desk-uk", "recuse", Map.of("recusalReason", "A friend.", "sure", "true")))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .isEqualTo("/cases");

    assertThat(page("head-uk", "/cases/" + reference)).contains("Stepped out", "A friend.");
    assertThat(browser.get().uri("/cases/" + reference).with(user("desk-uk")).exchange())
        .hasStatus(404);
  }

  @Test
  void shouldSayWhoIsLeftForATaskThatNobodyMayTake() {
    send("counsel", "recuse", Map.of("recusalReason", "A friend.", "sure", "true"));

    assertThat(page("head-uk", "/cases/" + reference))
        .contains("Nobody is left for:", "Decide case as counsel");
  }

  @Test
  void shouldSetAndLiftALegalHold() {
    send("counsel", "hold", Map.of("holdReason", "Litigation.", "hold", "set"));
    assertThat(page("desk-uk", "/cases/" + reference)).contains("legal hold</a>", "Litigation.");

    send("counsel", "hold", Map.of("holdReason", "Settled.", "hold", "lift"));
    assertThat(page("desk-uk", "/cases/" + reference))
        .contains("Settled.")
        .doesNotContain("legal hold</a>");
  }

  @Test
  void shouldTakeAPressInquiryByReference() {
    // given a form with a wrong reference and a question
    var wrong = Map.of("reference", "the embassy's", "text", "Were you asked?");
    var refused = post("communications", "/press-inquiries", wrong);
    assertThat(refused).hasStatus(400);
    assertThat(text(refused)).contains("Were you asked?", "Must be a reference");

    // when it is sent again
    var form =
        Map.of("reference", reference, "text", "Were you asked?", "answerBy", "2199-01-01T17:00");
    assertThat(post("communications", "/press-inquiries", form)).hasStatus3xxRedirection();

    // then the case has it
    assertThat(page("counsel", "/cases/" + reference))
        .contains("Were you asked?", "wants an answer by", "1 Jan 2199");
    assertThat(browser.get().uri("/press-inquiries/new").with(user("desk-uk")).exchange())
        .hasStatus(403);
  }

  private MvcTestResult send(String person, String form, Map<String, String> fields) {
    return post(person, "/cases/" + reference + "/" + form, fields);
  }

  private MvcTestResult attach(String person, String name, String back) {
    var file = new MockMultipartFile("files", name, "text/plain", "An ask.".getBytes(UTF_8));
    return browser
        .post()
        .uri("/cases/" + reference + "/attachments")
        .multipart()
        .file(file)
        .param("back", back)
        .with(user(person))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult post(String person, String path, Map<String, String> fields) {
    var request = browser.post().uri(path).with(user(person)).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private String page(String person, String path) {
    var answer =
        browser.get().uri(path).header("Accept", "text/html").with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
  }
}
