package dev.candor.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A flag by form: what is written into it, and what is asked. */
@CandorTest
class FlagFormTests {

  @LocalServerPort int port;

  private final MockMvcTester browser;

  @Autowired
  FlagFormTests(WebApplicationContext service) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @Test
  void shouldKeepEachLineAsAnItemAndTheDayUntilWhichTheyWait() {
    var sent = send(Map.of("items", "@one\r\n\r\n @two \r\n", "replyWantedBy", "2026-03-16"));

    assertThat(sent).hasStatus(302);
    var place = sent.getResponse().getRedirectedUrl();
    assertThat(place).matches("/flags/SR-[\\d-]+/thanks");
    var reference = place.split("/")[2];
    var file = new Route(port).caseOf("employee", reference);
    assertThat(file.path("items").toString()).isEqualTo("[\"@one\",\"@two\"]");
    assertThat(file.path("replyWantedBy").asText()).isEqualTo("2026-03-16");
  }

  @Test
  void shouldShowAgainWhatWasEnteredAndWhatIsWrongWithIt() throws Exception {
    var answer = send(Map.of("items", "@one\n@two", "replyWantedBy", "2026-03-01"));

    assertThat(answer).hasStatus(400);
    assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("@one\n@two</textarea>", "value=\"2026-03-01\"")
        .contains("Reply wanted by: Must not be before the day on which it was received");
  }

  /** Triage takes both for one fact: nobody decides under a threat, or for an advantage. */
  @Test
  void shouldAskForThreatsAndInducements() throws Exception {
    var form = browser.get().uri("/flags/new").with(user("employee")).exchange();
    assertThat(form.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("A threat is made, or an advantage offered");

    var reference = send(Map.of("threat", "true")).getResponse().getRedirectedUrl().split("/")[2];
    var page = browser.get().uri("/cases/" + reference).with(user("employee")).exchange();
    assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("Threat or inducement");
  }

  @Test
  void shouldAttachWhatCameWithItAndSayWhatWasNotTaken() throws Exception {
    var sent =
        send(
            Map.of(), file("letter.txt", "Dear all"), file("tool.exe", "MZ\0\1\2\3"), file("", ""));

    assertThat(sent).hasStatus(302);
    var place = sent.getResponse().getRedirectedUrl();
    assertThat(attachedTo(place.split("/")[2])).containsExactly("letter.txt");
    var thanks =
        browser
            .get()
            .uri(place)
            .with(user("employee"))
            .flashAttrs(new HashMap<>(sent.getMvcResult().getFlashMap()))
            .exchange();
    assertThat(thanks.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("One file is attached to the case.")
        .contains("One file was not attached. The flag is sent.", "tool.exe");
  }

  @Test
  void shouldAttachOnceWhatIsSentTwice() throws Exception {
    var key = Map.of("idempotencyKey", UUID.randomUUID().toString());
    var letter = file("letter.txt", "Dear all");

    var first = send(key, letter).getResponse().getRedirectedUrl();
    var again = send(key, letter).getResponse().getRedirectedUrl();

    assertThat(again).isEqualTo(first);
    assertThat(attachedTo(first.split("/")[2])).containsExactly("letter.txt");
  }

  @Test
  void shouldSayThatFilesHaveToBeChosenAgainWhereTheFormIs() throws Exception {
    var wrong = Map.of("ask", "", "items", "@one");

    var withFiles = send(wrong, file("letter.txt", "Dear all"));
    var without = send(wrong);

    assertThat(withFiles).hasStatus(400);
    assertThat(withFiles.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("@one</textarea>", "Files: choose them again", "Choose your files again");
    assertThat(without.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .doesNotContain("hoose them again", "Choose your files again");
  }

  private List<String> attachedTo(String reference) {
    return new Route(port)
        .as("employee")
        .get("/api/cases/" + reference + "/attachments")
        .json()
        .findValuesAsText("name");
  }

  private static MockMultipartFile file(String name, String content) {
    return new MockMultipartFile(
        "files", name, null, content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private MvcTestResult send(Map<String, String> besides, MockMultipartFile... files) {
    var form = browser.post().uri("/flags/new").multipart();
    for (var file : files) {
      form.file(file);
    }
    form.with(user("employee")).with(csrf());
    var entered = ExampleRequests.embassy();
    entered.putAll(besides);
    entered.forEach((name, value) -> form.param(name, value.toString()));
    return form.exchange();
  }
}
