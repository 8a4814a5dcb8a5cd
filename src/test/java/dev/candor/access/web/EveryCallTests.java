package dev.candor.access.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.access.web.CasesBehindDoors.Case;
import dev.candor.access.web.EveryCall.Call;
import dev.candor.access.web.EveryCall.Row;
import dev.candor.access.web.EveryCall.Standing;
import dev.candor.attachments.Attachments;
import dev.candor.cases.CaseRegister;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.web.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
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
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every call, by everybody, however they stand to the case: see {@code doors/every-call.txt}. */
@CandorTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryCallTests {

  private static final String NOBODY = "nobody";
  private static final EveryCall TABLE = EveryCall.read();

  private final WebApplicationContext service;
  private final EveryRow rows;
  private final MockMvcTester doors;
  private final CasesBehindDoors cases;

  @Autowired
  EveryCallTests(
      WebApplicationContext service,
      CaseRegister register,
      Attachments attachments,
      EveryRow rows) {
    this.service = service;
    this.rows = rows;
    this.doors = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    this.cases =
        new CasesBehindDoors(
            register,
            attachments,
            rows,
            TABLE.people().stream().filter(who -> !who.equals(NOBODY)).toList());
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
  void shouldAnswerEachAsTheTableSays(Call call) {
    var wrong = Collections.synchronizedList(new ArrayList<String>());
    // Each way to stand to a case has cases of its own: they wait for the database side by side.
    call.rows().parallelStream().forEach(row -> compare(call, row, wrong));
    assertThat(wrong).as(call.name()).isEmpty();
  }

  private void compare(Call call, Row row, List<String> wrong) {
    var seen = row.answers().keySet().stream().map(who -> answer(call, row, who, wrong)).toList();
    if (!seen.equals(List.copyOf(row.answers().values()))) {
      wrong.add(
          line(row, seen) + "\n  but in the table it is\n" + line(row, row.answers().values()));
    }
  }

  @Test
  void shouldKnowEveryCallThatTheServiceTakes() {
    var missing = new ArrayList<String>();
    service
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping.getHandlerMethods().keySet().stream()
                    .filter(info -> !isInTheTable(info))
                    .forEach(info -> missing.add(info.toString())));
    service
        .getBeansOfType(SimpleUrlHandlerMapping.class)
        .values()
        .forEach(
            mapping ->
                mapping.getUrlMap().keySet().stream()
                    .filter(pattern -> !isInTheTable("GET", pattern))
                    .forEach(missing::add));
    assertThat(missing).as("calls that are not in " + EveryCall.FILE).isEmpty();
    assertThat(service.getBeansOfType(RouterFunctionMapping.class).values())
        .extracting(RouterFunctionMapping::getRouterFunction)
        .containsOnlyNulls();
  }

  /** What was answered; what answer or ledger should not look like is added to wrong. */
  private int answer(Call call, Row row, String who, List<String> wrong) {
    var about = about(call, row.standing(), who);
    var before = about == null ? 0 : refusals(about, who);
    var answer = send(call, about, who);
    var status = status(answer);
    var as = "%s by %s (%s): ".formatted(call.name(), who, row.standing().word());
    var text = text(answer);
    for (var each : cases.all()) {
      if (text.contains(each.words()) && !knows(who, each)) {
        wrong.add(as + "shows the words of a case that is not theirs to know");
      }
      if (text.contains(each.privileged()) && (!knows(who, each) || who.equals(each.flagger()))) {
        wrong.add(as + "shows the discussion of a case");
      }
    }
    if (about != null) {
      var noted = refusals(about, who) - before;
      if (noted != (status == 403 || status == 404 ? 1 : 0)) {
        wrong.add(as + status + ", and the ledger has " + noted + " refusals more");
      }
      if (call.path().endsWith("/claim") && status < 400) {
        release(about, who);
      }
    }
    return status;
  }

  private @Nullable Case about(Call call, Standing standing, String who) {
    if (standing == Standing.NO_CASE) {
      return null;
    }
    var person = who.equals(NOBODY) ? TABLE.people().getLast() : who;
    return call.changes() && !call.path().contains("{task}")
        ? cases.copy(standing, person)
        : cases.of(standing, person);
  }

  private MvcTestResult send(Call call, @Nullable Case about, String who) {
    var path =
        about == null
            ? call.path()
            : call.path()
                .replace("{reference}", about.reference())
                .replace("{task}", String.valueOf(about.task()))
                .replace("{file}", about.file());
    var body = about == null ? call.body() : call.body().replace("{reference}", about.reference());
    if (body.equals("multipart")) {
      var files = doors.post().multipart().uri(path);
      from(who, call, files);
      return files.exchange();
    }
    var request = doors.method(HttpMethod.valueOf(call.method())).uri(path);
    from(who, call, request);
    if (body.startsWith("{")) {
      request.contentType(MediaType.APPLICATION_JSON).content(body);
    } else if (body.equals("octets")) {
      request.contentType(MediaType.APPLICATION_OCTET_STREAM).content("Words.");
    } else if (!body.isEmpty()) {
      request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
      for (var field : body.split("&")) {
        request.param(field.split("=")[0], field.split("=")[1]);
      }
    }
    // What stays open has answered when it begins.
    return path.endsWith("/live") ? request.asyncExchange() : request.exchange();
  }

  private static void from(
      String who, Call call, AbstractMockHttpServletRequestBuilder<?> request) {
    if (call.isOfTheApi()) {
      request.accept(MediaType.ALL);
    } else {
      request.accept(MediaType.TEXT_HTML, MediaType.ALL).with(csrf());
    }
    if (!who.equals(NOBODY)) {
      request.with(user(who));
    }
  }

  /** A page that sends back to sign in, or with a refusal, counts as what the API answers then. */
  private static int status(MvcTestResult answer) {
    var status = answer.getResponse().getStatus();
    if (status != 302) {
      return status;
    }
    var location = String.valueOf(answer.getResponse().getRedirectedUrl());
    if (location.matches("(http://localhost)?/login")) {
      return 401;
    }
    var said = answer.getMvcResult().getFlashMap();
    return said != null
            && said.get("message") instanceof Message message
            && message.kind().equals("bad")
        ? 409
        : 302;
  }

  /** As the table says of opening the case. */
  private static boolean knows(String who, Case about) {
    var standing =
        about.standing() == Standing.FLAGGER && !who.equals(about.flagger())
            ? Standing.OUTSIDE
            : about.standing();
    return TABLE.calls().stream()
        .filter(call -> call.name().equals("GET /api/cases/{reference}"))
        .flatMap(call -> call.rows().stream())
        .filter(row -> row.standing() == standing)
        .anyMatch(row -> row.answers().get(who) == 200);
  }

  private long refusals(Case about, String who) {
    return rows.sql(
            """
            select count(*) from ledger_entry join ledger_disclosure on entry_id = id
             where subject = ? and entry::json ->> 'kind' = 'REFUSED' and field = 'actor' and value = ?
            """)
        .params(about.reference(), who)
        .query(Long.class)
        .single();
  }

  private void release(Case about, String who) {
    var release = doors.post().uri("/api/tasks/" + about.task() + "/release").with(user(who));
    assertThat(release.exchange()).hasStatusOk();
    cases.forget(about, who);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static boolean isInTheTable(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .allMatch(
            pattern ->
                (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    .stream().allMatch(method -> isInTheTable(method.name(), pattern)));
  }

  private static boolean isInTheTable(String method, String pattern) {
    var paths = PathPatternParser.defaultInstance.parse(pattern);
    return TABLE.calls().stream()
        .filter(call -> call.method().equals(method))
        .map(call -> call.path().replaceFirst("\\?.*", ""))
        .anyMatch(
            path ->
                paths.matches(
                    PathContainer.parsePath(
                        path.replace("{reference}", "SR-2026-00001")
                            .replace("{task}", "1")
                            .replace("{file}", "1"))));
  }

  private static String line(Row row, Collection<Integer> answers) {
    return "  %-12s"
        .formatted(row.standing().word())
        .concat(
            Set.copyOf(answers).size() == 1
                ? " " + answers.iterator().next()
                : answers.stream().map(status -> "  " + status).collect(joining()));
  }
}
