package dev.candor.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.ledger.internal.verify.VerifyCommand;
import dev.candor.support.CandorTest;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@CandorTest
class LedgerApiTests {

  private static final JsonMapper JSON = new JsonMapper();

  private final MockMvcTester browser;

  @LocalServerPort int port;
  @TempDir Path folder;

  @Autowired
  LedgerApiTests(WebApplicationContext service) {
    browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
  }

  @Test
  void shouldKnowWhoReadACaseAndWhoWasRefused() throws IOException {
    var reference = flag();
    get("/api/cases/" + reference, "employee");
    assertThat(status("/api/cases/" + reference, "desk-de")).isEqualTo(404);

    await()
        .untilAsserted(
            () ->
                assertThat(page("/ledger?subject=" + reference))
                    .contains("Read", "Erin Walsh", "Refused", "Dora Klein", "Access granted"));
  }

  @Test
  void shouldExportWhatTheCommandFindsWholeAndOfWhichNobodysWordIsLegible() throws IOException {
    var reference = flag();
    get("/api/cases/" + reference, "employee");

    await().until(() -> export().contains(reference));
    var export = export();

    var file = Files.writeString(folder.resolve("export.json"), export);
    var said = new ByteArrayOutputStream();
    assertThat(
            VerifyCommand.run(
                new String[] {file.toString()},
                new PrintStream(said, true, StandardCharsets.UTF_8)))
        .as(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(VerifyCommand.WHOLE);
    assertThat(export).contains(reference).doesNotContain("look like a government");
  }

  @Test
  void shouldProveToEverybodyThatTheLedgerOnlyGrew() throws IOException {
    get("/api/cases/" + flag(), "employee");
    await().until(() -> head("employee").get("size").asLong() > 0);
    long size = head("employee").get("size").asLong();

    assertThat(get("/api/ledger/entries/0/proof?size=" + size, "employee").has("hashes")).isTrue();
    assertThat(get("/api/ledger/consistency?from=1&to=" + size, "employee").has("hashes")).isTrue();
    assertThat(status("/api/ledger/entries/" + size + "/proof?size=" + size, "employee"))
        .isEqualTo(404);
    assertThat(status("/api/ledger/consistency?from=0&to=" + size, "employee")).isEqualTo(404);
    assertThat(status("/api/ledger/consistency?from=x&to=1", "employee")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"employee", "desk-uk", "counsel", "owner", "manager", "admin"})
  void shouldShowEntriesToAuditorsOnly(String person) {
    assertThat(status("/api/ledger/export", person)).isEqualTo(403);
    assertThat(HttpCall.to(port, "/api/ledger/export").get().statusCode()).isEqualTo(401);
  }

  private String flag() throws IOException {
    var flag = JSON.writeValueAsString(ExampleRequests.foundingIncident());
    var answer = HttpCall.to(port, "/api/flags").as("employee").postJson(flag);
    return JSON.readTree(answer.body()).get("reference").asText();
  }

  private String export() {
    return HttpCall.to(port, "/api/ledger/export").as("auditor").get().body();
  }

  private JsonNode head(String person) throws IOException {
    return get("/api/ledger/head", person);
  }

  private JsonNode get(String path, String person) throws IOException {
    return JSON.readTree(HttpCall.to(port, path).as(person).get().body());
  }

  private int status(String path, String person) {
    return HttpCall.to(port, path).as(person).get().statusCode();
  }

  private String page(String path) {
    var person = user("auditor").roles("AUDITOR");
    return new String(
        browser.get().uri(path).with(person).exchange().getResponse().getContentAsByteArray(),
        StandardCharsets.UTF_8);
  }
}
