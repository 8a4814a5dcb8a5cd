package dev.candor.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.support.EveryRow;
import dev.candor.support.HttpCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What comes in by {@code POST /api/flags}, over real HTTP to the whole service. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FlagApiTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final EveryRow jdbc;
  private final Clock clock;
  @LocalServerPort private int port;

  @Autowired
  FlagApiTests(EveryRow jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Test
  void shouldOpenACaseAndSayWhereItIs() {
    var request = founding().put("replyWantedBy", "2020-04-20");
    request.putArray("items").add("@best-side").add("  ").add(" https://video.example/1 ");
    var answer = flag(request.toString());

    assertThat(answer.statusCode()).isEqualTo(201);
    var reference = json(answer).path("reference").asText();
    assertThat(reference).matches("SR-\\d{4}-\\d{5}");
    assertThat(json(answer).path("caseUrl").asText())
        .isEqualTo("http://localhost:" + port + "/cases/" + reference);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("http://localhost:" + port + "/api/cases/" + reference);
    var seen = HttpCall.to(port, "/api/cases/" + reference).as("employee").get();
    assertThat(json(seen).path("ask").asText()).isEqualTo(founding().path("ask").asText());
    assertThat(json(seen).path("items").toString())
        .isEqualTo("[\"@best-side\",\"https://video.example/1\"]");
    assertThat(json(seen).path("replyWantedBy").asText()).isEqualTo("2020-04-20");
  }

  static Stream<Arguments> badFields() {
    return Stream.of(
        Arguments.of("unknown market", "market", "XX", "country"),
        Arguments.of("market in words", "market", "United Kingdom", "country"),
        Arguments.of("no ask", "ask", null, "required"),
        Arguments.of("blank ask", "ask", " \n\t ", "required"),
        Arguments.of("too long an ask", "ask", "a".repeat(20_001), "20000 characters"),
        Arguments.of("NUL in the ask", "ask", "before\0after", "control characters"),
        Arguments.of("half a surrogate pair", "ask", "\ud83d alone", "control characters"),
        Arguments.of("line feed in the sender", "sender", "One\nTwo", "one line"),
        Arguments.of("header in the sender", "sender", "One\r\nBcc: all@x.example", "one line"),
        Arguments.of("Unicode line break", "principal", "One\u2028Two", "one line"),
        Arguments.of("escape in the audience", "audience", "\u001b[31mred", "control characters"),
        Arguments.of("too long a sender", "sender", "s".repeat(301), "300 characters"),
        Arguments.of("not a date", "receivedOn", "yesterday", "date such as"),
        Arguments.of("no such day", "receivedOn", "2026-02-30", "date such as"),
        Arguments.of("long ago", "receivedOn", "1999-12-31", "not be before"),
        Arguments.of("no day for a reply", "replyWantedBy", "soon", "date such as"),
        Arguments.of("a reply before the request", "replyWantedBy", "2020-04-13", "not be before"),
        Arguments.of("unknown type", "type", "BRIBE", "one of CREATE_OR_PROMOTE"),
        Arguments.of("type in lower case", "type", "verify_or_label", "one of"),
        Arguments.of("unknown channel", "channel", "PIGEON", "one of FORMAL"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badFields")
  void shouldNameTheFieldAndStoreNothing(String what, String field, String value, String says) {
    var before = cases();

    var answer = flag(escaped(founding().put(field, value)));

    assertProblem(answer, 400);
    assertThat(json(answer).path("errors")).hasSize(1);
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(json(answer).at("/errors/0/message").asText()).contains(says);
    if (value != null && value.length() > 3) {
      assertThat(answer.body()).doesNotContain(value);
    }
    assertThat(cases()).isEqualTo(before);
  }

  @Test
  void shouldRefuseItemsThatAreNoLinesOrTooMany() {
    var twoLines = founding();
    twoLines.putArray("items").add("@one").add("@two\nBcc: all@x.example");
    var tooLong = founding();
    tooLong.putArray("items").add("@" + "a".repeat(300));
    var tooMany = founding();
    var items = tooMany.putArray("items");
    IntStream.range(0, 501).forEach(number -> items.add("@account-" + number));

    assertRefusesItems(twoLines, "one line");
    assertRefusesItems(tooLong, "300 characters");
    assertRefusesItems(tooMany, "500 lines");
  }

  private void assertRefusesItems(ObjectNode request, String says) {
    var answer = flag(request.toString());

    assertProblem(answer, 400);
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo("items");
    assertThat(json(answer).at("/errors/0/message").asText()).contains(says);
  }

  @Test
  void shouldRefuseADayThatHasNotComeWhereTheFlaggerIs() {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));

    var tomorrow = flag(founding().put("receivedOn", today.plusDays(1).toString()).toString());

    assertProblem(tomorrow, 400);
    assertThat(json(tomorrow).at("/errors/0/field").asText()).isEqualTo("receivedOn");
    assertThat(flag(founding().put("receivedOn", today.toString()).toString()).statusCode())
        .isEqualTo(201);
  }

  @Test
  void shouldNameEveryFieldThatIsToBlameAtOnce() {
    var answer = flag("{}");

    assertProblem(answer, 400);
    var fields = new ArrayList<String>();
    json(answer).path("errors").forEach(error -> fields.add(error.path("field").asText()));
    assertThat(fields)
        .containsExactly(
            "type",
            "sender",
            "principal",
            "principalKind",
            "principalCountry",
            "market",
            "channel",
            "ask",
            "receivedOn");
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("unknown field", "{\"severity\":\"LOW\"}", "severity"),
        Arguments.of("number for text", "{\"ask\":5}", "ask"),
        Arguments.of("text for truth", "{\"paid\":\"yes\"}", "paid"),
        Arguments.of("list for text", "{\"sender\":[\"a\"]}", "sender"),
        Arguments.of("object for a truth", "{\"threat\":{}}", "threat"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBodies")
  void shouldNameTheFieldThatCannotBeRead(String what, String body, String field) {
    var answer = flag(body);

    assertProblem(answer, 400);
    assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @MethodSource
  void shouldSayThatTheBodyIsNotJson(String body) {
    var answer = flag(body);

    assertProblem(answer, 400);
    assertThat(answer.body()).doesNotContain("secret");
  }

  static Stream<String> shouldSayThatTheBodyIsNotJson() {
    return Stream.of(
        "",
        "null",
        "secret",
        "{\"ask\":\"secret",
        "{\"ask\":\"secret\nsecret\"}",
        "[]",
        "\"secret\"",
        "{\"ask\":\"a\",\"ask\":\"secret\"}",
        "{} {\"secret\":1}");
  }

  @Test
  void shouldRefuseTwoMegabytesWhetherTheirLengthIsDeclaredOrNot() {
    var before = cases();
    var huge = founding().put("ask", "a".repeat(2_000_000)).toString();

    var declared = flag(huge);
    var chunked = HttpCall.to(port, "/api/flags").as("employee").postJsonInChunks(huge);

    assertProblem(declared, 413);
    assertProblem(chunked, 413);
    assertThat(json(chunked)).isEqualTo(json(declared));
    assertThat(cases()).isEqualTo(before);
  }

  @Test
  void shouldKeepMarkupAsTextAndEndLinesPlainly() {
    var written = "<script>alert('x')</script>\r\n<b>bold</b>\rlast \uD83D\uDE00";
    var reference = json(flag(founding().put("ask", written).toString())).path("reference");

    var seen = HttpCall.to(port, "/api/cases/" + reference.asText()).as("employee").get();

    assertThat(json(seen).path("ask").asText())
        .isEqualTo("<script>alert('x')</script>\n<b>bold</b>\nlast \uD83D\uDE00");
    assertThat(seen.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void shouldAnswerARepeatWithTheSameKeyAsTheFirstCall() {
    var key = UUID.randomUUID().toString();

    var first = flag(founding().toString(), key);
    var second = flag(founding().toString(), key);
    var other = flag(founding().put("ask", "Something else").toString(), key);
    var bad = flag(founding().toString(), "k".repeat(201));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertProblem(other, 422);
    assertProblem(bad, 400);
    assertThat(json(bad).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
  }

  @Test
  void shouldLoadTheExamplesOnce() {
    var first = HttpCall.to(port, "/api/examples").as("admin").postJson("");
    var second = HttpCall.to(port, "/api/examples").as("owner").postJson("");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(json(first).path("references")).hasSize(7);
    assertThat(second.body()).isEqualTo(first.body());
    var offer = HttpCall.to(port, "/api/examples").as("admin").get();
    assertThat(json(offer).path("offered").asBoolean()).isFalse();
  }

  private HttpResponse<String> flag(String body) {
    return HttpCall.to(port, "/api/flags").as("employee").postJson(body);
  }

  private HttpResponse<String> flag(String body, String key) {
    return HttpCall.to(port, "/api/flags")
        .as("employee")
        .header("Idempotency-Key", key)
        .postJson(body);
  }

  /** As JSON in ASCII: halves of surrogate pairs have no other way over the wire. */
  private static String escaped(JsonNode node) {
    try {
      return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(node);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private int cases() {
    return jdbc.sql("select count(*) from cases").query(Integer.class).single();
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(answer).path("status").asInt()).isEqualTo(status);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static ObjectNode founding() {
    try {
      return (ObjectNode)
          JSON.readTree(new ClassPathResource("examples/flags.json").getInputStream())
              .at("/0/flag");
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
