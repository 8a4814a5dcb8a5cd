package dev.candor.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Pages and files as somebody is given them. */
public record ReadPages(MockMvcTester browser) {

  public static ReadPages of(WebApplicationContext service) {
    return new ReadPages(
        MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build()));
  }

  String text(String address, String person) {
    var answer = browser.get().uri(address).with(user(person)).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /** What is said to who asks for what cannot be given. */
  String refused(String address, String person) {
    var answer = browser.get().uri(URI.create(address)).with(user(person)).exchange();
    assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  public int status(String address, String person) {
    return browser.get().uri(address).with(user(person)).exchange().getResponse().getStatus();
  }

  /** The first row of a table that holds all of these. */
  static String row(String page, String... within) {
    var rows = Pattern.compile("<tr.*?</tr>", Pattern.DOTALL).matcher(page);
    while (rows.find()) {
      if (Stream.of(within).allMatch(rows.group()::contains)) {
        return rows.group();
      }
    }
    throw new AssertionError("No row with " + List.of(within));
  }
}
