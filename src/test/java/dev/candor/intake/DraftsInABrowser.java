package dev.candor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.support.ExampleRequests;
import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** What people do with drafts on pages. A draft is named by its address. */
public final class DraftsInABrowser {

  private final MockMvcTester browser;

  public DraftsInABrowser(WebApplicationContext web) {
    this.browser = MockMvcTester.from(web, builder -> builder.apply(springSecurity()).build());
  }

  public int status(String person, String path) {
    return open(person, path, new MockHttpSession()).getResponse().getStatus();
  }

  public String page(String person, String path) {
    return page(person, path, new MockHttpSession());
  }

  public String page(String person, String path, MockHttpSession session) {
    var answer = open(person, path, session);
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  /** What is shown with this status. */
  public String page(String person, String path, int status) {
    var answer = open(person, path, new MockHttpSession());
    assertThat(answer).hasStatus(status);
    return text(answer);
  }

  /** As an example that everybody knows; the answer is the case's reference. */
  public String send(String person, String draft) {
    return send(person, draft, new MockHttpSession());
  }

  public String send(String person, String draft, MockHttpSession session) {
    var request = browser.post().uri("/flags/new").session(session).with(user(person)).with(csrf());
    ExampleRequests.embassy().forEach((field, value) -> request.param(field, value.toString()));
    var id = draft.substring(draft.lastIndexOf('/') + 1);
    var answer = request.param("draft", id).param("idempotencyKey", "draft-" + id).exchange();
    assertThat(answer).hasStatus(302);
    return answer.getResponse().getRedirectedUrl().split("/")[2];
  }

  public void throwAway(String person, String draft) {
    var answer = browser.post().uri(draft + "/discard").with(user(person)).with(csrf()).exchange();
    assertThat(answer).hasStatus(302);
  }

  private MvcTestResult open(String person, String path, MockHttpSession session) {
    var request = browser.get().uri(path).header("Accept", "text/html").session(session);
    return request.with(user(person)).exchange();
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
