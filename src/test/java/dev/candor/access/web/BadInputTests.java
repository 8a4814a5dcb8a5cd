package dev.candor.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.access.web.CasesBehindDoors.Case;
import dev.candor.access.web.EveryCall.Call;
import dev.candor.access.web.EveryCall.Standing;
import dev.candor.access.web.FieldsOfCalls.Field;
import dev.candor.access.web.FieldsOfCalls.Place;
import dev.candor.attachments.Attachments;
import dev.candor.cases.CaseRegister;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

/**
 * What nobody means, in every field of every call that {@code doors/every-call.txt} has: each is
 * refused, or taken as the text that it is, and shown as such.
 */
@CandorTest
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTests {

  private static final EveryCall TABLE = EveryCall.read();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final String MARKUP = "<img src=x onerror=alert(1)>";
  private static final String EMOJI = "\uD83D\uDE00\uD835\uDD4A";

  /** What databases, browsers, templates and file systems read as more than text. */
  private static final String MEANT_ELSEWHERE =
      "'; drop table case_comment; --\"'>"
          + MARKUP
          + " ${7919*104729} #{7919*104729} __${7919*104729}__::.x {{7919*104729}}"
          + " \u202Efdp.exe\u2066 ../../../etc/passwd "
          + EMOJI;

  private static final Map<String, String> BAD =
      Map.of(
          "what is meant elsewhere", MEANT_ELSEWHERE,
          "NUL", "a\0b",
          "half a character", "a\uD800b",
          "another line", "a\r\nSet-Cookie: a=b",
          "very much", "x".repeat(100_000));
  private static final String CALCULATED = "829348951";

  private final MockMvcTester doors;
  private final FieldsOfCalls fields;
  private final CasesBehindDoors cases;

  @Autowired
  BadInputTests(
      WebApplicationContext service,
      CaseRegister register,
      Attachments attachments,
      EveryRow rows) {
    this.doors = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    this.fields = new FieldsOfCalls(service);
    this.cases =
        new CasesBehindDoors(
            register, attachments, rows, List.of("employee", "desk-uk", "counsel", "legal"));
  }

  @BeforeAll
  void flagTheCases() {
    cases.flag();
  }

  static Stream<Call> calls() {
    return TABLE.calls().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void shouldRefuseItOrTakeItAsText(Call call) {
    var wrong = new ArrayList<String>();
    for (var field : fields.of(call)) {
      BAD.forEach(
          (what, bad) -> {
            var said = wrongWith(call, field, bad);
            if (said != null) {
              wrong.add("%s in %s: %s".formatted(what, field, said));
            }
          });
    }
    assertThat(wrong).as(call.name()).isEmpty();
  }

  @Test
  void shouldFindTheFieldsThatPeopleWriteIn() {
    var found = new LinkedHashMap<String, List<String>>();
    TABLE
        .calls()
        .forEach(
            call -> found.put(call.name(), fields.of(call).stream().map(Field::name).toList()));

    assertThat(found.get("POST /flags/new")).contains("principal", "ask", "sender");
    assertThat(found.get("POST /api/flags")).contains("principal", "ask", "Idempotency-Key");
    assertThat(found.get("POST /api/cases/{reference}/comments")).contains("reference", "text");
    assertThat(found.get("GET /cases")).contains("q", "state", "desk");
    assertThat(found.get("POST /login")).contains("username", "password");
  }

  private @Nullable String wrongWith(Call call, Field field, String bad) {
    var who = somebodyWhoMay(call);
    var about = about(call, who);
    var said = wrongIn(send(call, field, bad, about, who));
    return said == null && about != null && call.changes() && bad.contains(MARKUP)
        ? wrongIn(shown(about, who))
        : said;
  }

  @Test
  void shouldShowWhatIsFlaggedAsTheTextThatItIs() throws Exception {
    var flag = ExampleRequests.embassy();
    for (var field : List.of("sender", "relationship", "principal", "ask", "legalBasis")) {
      flag.put(field, MEANT_ELSEWHERE);
    }
    var flagged =
        doors
            .post()
            .uri("/api/flags")
            .contentType(MediaType.APPLICATION_JSON)
            .content(JSON.writeValueAsString(flag))
            .with(user("employee"))
            .exchange();
    assertThat(flagged).hasStatus(201);

    var reference =
        JSON.readTree(flagged.getResponse().getContentAsString()).path("reference").asText();
    var page = doors.get().uri("/cases/" + reference).with(user("employee")).exchange();
    assertThat(wrongIn(page)).isNull();
    assertThat(new String(page.getResponse().getContentAsByteArray(), UTF_8))
        .contains("&lt;img src=x onerror=alert(1)&gt;", EMOJI);
  }

  private static @Nullable String wrongIn(MvcTestResult answer) {
    if (answer.getUnresolvedException() != null) {
      return "threw " + answer.getUnresolvedException();
    }
    var response = answer.getResponse();
    var body = new String(response.getContentAsByteArray(), UTF_8);
    if (response.getStatus() >= 500) {
      return "answered " + response.getStatus();
    }
    if (String.valueOf(response.getContentType()).startsWith("text/html")
        && body.contains(MARKUP)) {
      return "is markup in the page";
    }
    if (body.contains(CALCULATED)) {
      return "was calculated";
    }
    return response.getHeaders("Set-Cookie").stream().anyMatch(cookie -> cookie.contains("a=b"))
        ? "set a header"
        : null;
  }

  private MvcTestResult shown(Case about, String who) {
    return doors
        .get()
        .uri("/cases/" + about.reference())
        .accept(MediaType.TEXT_HTML)
        .with(user(who))
        .exchange();
  }

  /** As the table says; whoever signs in where it is for nobody. */
  private static String somebodyWhoMay(Call call) {
    return call.rows().stream()
        .filter(row -> row.standing() == Standing.NO_CASE || row.standing() == Standing.PARTICIPANT)
        .flatMap(row -> row.answers().entrySet().stream())
        .filter(answer -> answer.getValue() < 400 && !answer.getKey().equals("nobody"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("counsel");
  }

  private @Nullable Case about(Call call, String who) {
    var ofACase =
        Stream.of("{reference}", "{task}", "{file}")
            .anyMatch((call.path() + call.body())::contains);
    if (!ofACase) {
      return null;
    }
    return call.changes() && !call.path().contains("{task}")
        ? cases.copy(Standing.PARTICIPANT, who)
        : cases.of(Standing.PARTICIPANT, who);
  }

  private MvcTestResult send(Call call, Field field, String bad, @Nullable Case about, String who) {
    var path = about == null ? call.path() : filled(call.path(), about);
    var body = about == null ? call.body() : filled(call.body(), about);
    var address = address(path, field, bad);
    if (field.place() == Place.FILE_NAME) {
      var file = new MockMultipartFile(field.name(), bad, null, "Words.".getBytes(UTF_8));
      var request = doors.post().multipart().uri(address).file(file);
      return from(who, call, request).exchange();
    }
    var request = from(who, call, doors.method(HttpMethod.valueOf(call.method())).uri(address));
    var parameters = parameters(path, body);
    if (field.place() == Place.QUERY) {
      parameters.put(field.name(), bad);
    } else if (field.place() == Place.HEADER) {
      request.header(field.name(), bad);
    }
    parameters.forEach((name, value) -> request.param(name, value));
    if (body.startsWith("{")) {
      var content = field.place() == Place.BODY ? with(body, field.name(), bad) : body;
      request.contentType(MediaType.APPLICATION_JSON).content(content);
    } else if (body.equals("octets")) {
      request.contentType(MediaType.APPLICATION_OCTET_STREAM).content("Words.");
    } else if (!body.isEmpty()) {
      request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }
    return path.endsWith("/live") ? request.asyncExchange() : request.exchange();
  }

  private static <R extends AbstractMockHttpServletRequestBuilder<R>> R from(
      String who, Call call, R request) {
    var asked = request.with(user(who));
    return call.isOfTheApi()
        ? asked.accept(MediaType.ALL)
        : asked.accept(MediaType.TEXT_HTML, MediaType.ALL).with(csrf());
  }

  private static URI address(String path, Field field, String bad) {
    var segments = path.replaceFirst("\\?.*", "").split("/", -1);
    if (field.place() == Place.PATH) {
      segments[field.segment()] = bad;
    }
    return URI.create(
        Arrays.stream(segments)
            .map(segment -> UriUtils.encode(segment, UTF_8))
            .collect(Collectors.joining("/")));
  }

  /** Of the address and of the form. */
  private static Map<String, String> parameters(String path, String body) {
    var all = new LinkedHashMap<String, String>();
    var query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
    for (var pair : (query + "&" + (body.startsWith("{") ? "" : body)).split("&")) {
      if (pair.contains("=")) {
        all.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
      }
    }
    return all;
  }

  private static String with(String body, String field, String bad) {
    try {
      var content = (ObjectNode) JSON.readTree(body);
      return JSON.writeValueAsString(content.put(field, bad));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(String text, Case about) {
    return text.replace("{reference}", about.reference())
        .replace("{task}", String.valueOf(about.task()))
        .replace("{file}", about.file());
  }
}
