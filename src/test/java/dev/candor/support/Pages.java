package dev.candor.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Pages as people get them, without a browser. */
public final class Pages {

  private final MockMvcTester service;

  public Pages(WebApplicationContext service) {
    this.service = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  /** A page that is there for this person. */
  public String page(String person, String path) {
    var answer =
        service.get().uri(path).header("Accept", "text/html").with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return text(answer);
  }

  /** What a form sends. */
  public MvcTestResult send(String person, String path, Map<String, String> fields) {
    var request = service.post().uri(path).with(user(person)).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  public static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
