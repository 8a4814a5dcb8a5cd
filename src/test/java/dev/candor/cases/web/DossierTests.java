package dev.candor.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The dossier of a case, read as its readers read it. Who may take it is in doors/every-call.txt.
 */
@CandorTest
class DossierTests {

  private static final List<String> NOT_FOR_THE_PRESS =
      List.of(
          "I would ask the embassy first",
          "Seen from the region",
          "For counsel alone",
          "Labelled in every market",
          "I would have waited",
          "Press attaché",
          "The ambassador",
          "The letterhead says so",
          "@embassy-in-london",
          "Residents of the host country",
          "Dev Patel",
          "desk-uk",
          "employee");

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  private String reference;

  @BeforeEach
  void carryACaseToCounsel() {
    var route = new Route(port);
    var flag = ExampleRequests.embassy();
    flag.put("items", List.of("@embassy-in-london", "https://video.example/42"));
    flag.put("replyWantedBy", "2026-03-16");
    flag.put("politicalContent", true);
    flag.put("ask", "A verified account. Ελλάδα, Украина & <b>bold</b>");
    reference = route.flag("employee", flag);
    route.review("desk-uk", reference, "ESCALATE");
    route.step("desk-uk", reference, "comments", Map.of("text", "I would ask the embassy first."));
    // Nobody dissents from a recommendation before it is in the register: counsel is asked after.
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    route.step("head-uk", reference, "dissents", Map.of("text", "I would have waited."));
    route.workOff(
        "counsel",
        reference,
        Route.DECIDE_AS_COUNSEL,
        Map.of(
            "outcome",
            "ACCEPTED_WITH_LABEL",
            "grounds",
            List.of(),
            "rationale",
            "For counsel alone.",
            "conditions",
            "Labelled in every market.",
            "policyDiscussion",
            false));
    route.awaitState("counsel", reference, "DECIDED");
    correct(route, "principal", "Embassy of Palau");
    correct(route, "principalKind", "MINISTRY");
    correct(route, "sender", "The ambassador");
    correct(route, "legalBasis", "Article 10");
  }

  private void correct(Route route, String field, String value) {
    var correction =
        Map.<String, Object>of("field", field, "value", value, "reason", "The letterhead says so.");
    assertThat(
            route
                .as("desk-uk")
                .post("/api/cases/" + reference + "/corrections", correction)
                .status())
        .isEqualTo(201);
  }

  @Test
  void shouldHoldAllOfTheCaseForCounsel() throws IOException {
    assertThat(text(pdf("counsel")))
        .contains(
            "Dossier of " + reference,
            "Privileged and confidential",
            "A verified account. Ελλάδα, Украина & <b>bold</b>",
            "Embassy of Palau (Ministry, China) (corrected: flagged as",
            "“Embassy in London”)",
            "Corrected after the flag",
            "The letterhead says so.",
            "Accepted, with a label",
            "For counsel alone.",
            "On conditions: Labelled in every market.",
            "I would have waited.",
            "Seen from the region.",
            "I would ask the embassy first.",
            "Press attaché",
            "@embassy-in-london",
            "https://video.example/42",
            "16 Mar 2026",
            "Residents of the host country",
            "Political content",
            "State-controlled media policy, version 3.0, clause 3.1",
            "Review request",
            "Told by mail",
            "was offered",
            "Dev Patel",
            "taken by Conor Byrne");
    assertThat(json("counsel").path("handling").path("corrections").findValuesAsText("was"))
        .contains("Embassy in London", "EMBASSY", "Press attaché");
    assertThat(json("counsel").path("discussion").path(0).path("words").asText())
        .isEqualTo("I would ask the embassy first.");
  }

  @Test
  void shouldLeaveOutForThePressWhatIsPrivileged() throws IOException {
    var printed = text(pdf("press"));
    assertThat(printed)
        .contains("Dossier of " + reference, "A verified account.", "Accepted, with a label")
        .contains("Embassy of Palau", "“Embassy in London”)", "(corrected: none was flagged)");
    assertThat(NOT_FOR_THE_PRESS).noneMatch(printed::contains);

    var data = json("press");
    assertThat(data.path("outcome").asText()).isEqualTo("ACCEPTED_WITH_LABEL");
    assertThat(data.path("ask").asText()).startsWith("A verified account.");
    assertThat(data.path("itemsNamed").asInt()).isEqualTo(2);
    assertThat(data.path("principal").asText()).isEqualTo("Embassy of Palau");
    assertThat(data.path("corrected").toString())
        .isEqualTo(
            """
            [{"fact":"principal","flagged":"Embassy in London"},\
            {"fact":"principalKind","flagged":"EMBASSY"},\
            {"fact":"legalBasis","flagged":null}]""");
    assertThat(NOT_FOR_THE_PRESS).noneMatch(data.toString()::contains);
  }

  @Test
  void shouldBeKnownToTheLedgerByItsHash() throws Exception {
    var taken = pdf("press");

    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(taken));
    assertThat(
            rows.sql("select entry from ledger_entry where subject = ? and entry like '%DOSSIER%'")
                .param(reference)
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains(hash, "PRESS", "PDF");
  }

  @Test
  void shouldSayWhichDossiersThereAre() {
    var answer =
        HttpCall.to(port, "/api/cases/" + reference + "/dossier?for=everybody&as=docx")
            .as("counsel")
            .get();

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("COUNSEL, PRESS", "PDF, JSON").doesNotContain("everybody");
  }

  private byte[] pdf(String readers) {
    var answer =
        HttpCall.to(port, "/api/cases/" + reference + "/dossier?as=pdf&for=" + readers)
            .as("counsel")
            .getOctets();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"%s-%s.pdf\"".formatted(reference, readers).toLowerCase());
    return answer.body();
  }

  private JsonNode json(String readers) throws IOException {
    var answer =
        HttpCall.to(port, "/api/cases/" + reference + "/dossier?as=json&for=" + readers)
            .as("counsel")
            .getOctets();
    return new ObjectMapper().readTree(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
