package dev.candor.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.HttpCall;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every failed call is answered with (RFC 9457), over real HTTP to the whole service. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemsTests {

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/nothing-here,                    404",
    "GET,    /api/cases/SR-1999-00001,             404",
    "GET,    /api/cases/not-a-reference,           404",
    "POST,   /api/cases/SR-1999-00001/withdraw,    404",
    "PUT,    /api/flags,                           405",
    "DELETE, /api/cases,                           405",
    "GET,    /api/cases?page=minus,                400",
    "GET,    /api/cases?page=-1,                   400",
    "GET,    /api/cases?size=0,                    400",
    "GET,    /api/cases?size=101,                  400",
    "GET,    /api/cases?state=SLEEPING,            400",
    "GET,    /api/cases?type=BRIBE,                400",
    "GET,    /api/cases?q=%00,                     400",
    "GET,    /api/cases?desk=%00,                  400"
  })
  void shouldAnswerWithAProblem(String method, String path, int status) {
    var answer = HttpCall.to(port, path).as("employee").method(method);

    assertProblem(answer, status);
  }

  @Test
  void shouldNameTheParameterAndNotRepeatItsValue() {
    var answer = HttpCall.to(port, "/api/cases?size=secret").as("employee").get();

    assertProblem(answer, 400);
    assertThat(answer.body()).contains("\"field\":\"size\"").doesNotContain("secret");
  }

  @Test
  void shouldAnswerUnknownAndNotToBeKnownAlike() {
    var flag =
        """
        {"type":"OTHER","sender":"S","principal":"P","principalKind":"UNKNOWN",
         "principalCountry":"FR","market":"FR","channel":"FORMAL","ask":"A","receivedOn":"2026-05-07"}
        """;
    var reference =
        HttpCall.to(port, "/api/flags")
            .as("employee")
            .postJson(flag)
            .body()
            .replaceAll(".*(SR-\\d{4}-\\d{5}).*", "$1");
    assertThat(HttpCall.to(port, "/api/cases/" + reference).as("employee").get().statusCode())
        .isEqualTo(200);

    var hidden = HttpCall.to(port, "/api/cases/" + reference).as("admin").get();
    var unknown = HttpCall.to(port, "/api/cases/SR-1999-00001").as("admin").get();

    assertProblem(hidden, 404);
    assertThat(hidden.body().replace(reference, "x"))
        .isEqualTo(unknown.body().replace("SR-1999-00001", "x"));
  }

  @Test
  void shouldRefuseOtherMediaTypes() {
    var answer = HttpCall.to(port, "/api/flags").as("employee").post("text/plain", "Hello");

    assertProblem(answer, 415);
  }

  @Test
  void shouldAnswerPeopleWithAPage() {
    var tooLarge =
        HttpCall.to(port, "/login")
            .header("Accept", "text/html")
            .post("application/x-www-form-urlencoded", "username=" + "a".repeat(2_000_000));

    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(tooLarge.body())
        .contains("<h1")
        .contains("too much for one request")
        .doesNotContain("aaaa");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, "\"title\"", "\"detail\"");
  }
}
