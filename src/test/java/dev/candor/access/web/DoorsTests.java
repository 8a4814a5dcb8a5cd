package dev.candor.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.HttpCall;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in by which door, over real HTTP to the whole service. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DoorsTests {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final People people;
  @LocalServerPort private int port;

  @Autowired
  DoorsTests(People people) {
    this.people = people;
  }

  @Test
  void shouldLetEveryDemonstrationPersonUseTheApi() {
    assertThat(people.all()).hasSize(14);
    for (var person : people.all()) {
      assertThat(to("/api/cases").as(person.id().value()).get().statusCode())
          .as(person.name())
          .isEqualTo(200);
    }
  }

  @Test
  void shouldAnswerTheApiWithAProblemWithoutCredentials() {
    var nobody = to("/api/cases").get();
    var wrong = to("/api/cases").header("Authorization", "Basic ZW1wbG95ZWU6d3Jvbmc=").get();

    for (var answer : new HttpResponse<?>[] {nobody, wrong}) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValueSatisfying(value -> assertThat(value).startsWith("Basic realm="));
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void shouldNotTakeAPagesSessionForTheApi() {
    var session = signIn("employee", "candor");

    assertThat(to("/api/cases").header("Cookie", session).get().statusCode()).isEqualTo(401);
  }

  @Test
  void shouldOpenSeveralWindowsAtOnceAfterSigningIn() throws Exception {
    // given each page writes its token into the new session, unless another one has
    var session = signIn("employee", "candor");
    var window =
        (Callable<Integer>) () -> to("/cases").header("Cookie", session).get().statusCode();
    // then
    assertThat(AtTheSameMoment.doAll(Collections.nCopies(8, window))).containsOnly(200);
  }

  @Test
  void shouldSignInByThePageThatListsThePeople() {
    var page = to("/login").get();
    assertThat(page.body()).contains("candor");
    for (Person person : people.all()) {
      assertThat(page.body()).contains(person.id().value());
    }

    var session = signIn("employee", "candor");

    assertThat(session).startsWith("candor-session=");
    var start = to("/").header("Cookie", session).header("Accept", "text/html").get();
    assertThat(start.headers().firstValue("Location").orElse("")).doesNotContain("/login");
  }

  @Test
  void shouldKeepTheSessionsCookieFromScriptsAndOtherSites() {
    var cookie = to("/login").get().headers().firstValue("Set-Cookie").orElseThrow();

    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void shouldNotSignInWithAWrongPasswordNorWithoutTheFormsToken() {
    var page = to("/login").get();
    var session = cookie(page);

    var wrong = post(page, session, "employee", "guess");
    var forged =
        to("/login")
            .header("Cookie", session)
            .post("application/x-www-form-urlencoded", "username=employee&password=candor");

    assertThat(wrong.headers().firstValue("Location").orElse("")).endsWith("/login?error");
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cases", "/cases/SR-2026-00001", "/desk", "/flag", "/actuator/env"})
  void shouldSendStrangersToTheLoginPage(String path) {
    var answer = to(path).header("Accept", "text/html").get();

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/api/cases", "/actuator/health", "/v3/api-docs"})
  void shouldSendSecureHeaders(String path) {
    var headers = to(path).get().headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains(
                        "default-src 'self'", "script-src 'self';", "frame-ancestors 'none'"));
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @Test
  void shouldShowHealthAndNothingElseOfTheActuator() {
    // Once the engine has the processes, a moment after the start.
    await()
        .untilAsserted(
            () -> assertThat(to("/actuator/health").get().body()).isEqualTo("{\"status\":\"UP\"}"));
    assertThat(to("/actuator/env").as("admin").get().statusCode()).isNotEqualTo(200);
  }

  @Test
  void shouldDescribeTheApi() {
    var answer = to("/v3/api-docs").get();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("/api/flags", "/api/cases/{reference}", "/api/examples");
  }

  private HttpCall to(String path) {
    return HttpCall.to(port, path);
  }

  private String signIn(String name, String password) {
    var page = to("/login").get();
    return cookie(post(page, cookie(page), name, password));
  }

  private HttpResponse<String> post(
      HttpResponse<String> page, String session, String name, String password) {
    var token = CSRF.matcher(page.body());
    assertThat(token.find()).as("the form has its token").isTrue();
    return to("/login")
        .header("Cookie", session)
        .post(
            "application/x-www-form-urlencoded",
            "username="
                + name
                + "&password="
                + password
                + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }
}
