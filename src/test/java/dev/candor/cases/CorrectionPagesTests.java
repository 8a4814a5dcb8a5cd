package dev.candor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.CandorTest;
import dev.candor.support.Pages;
import dev.candor.support.Route;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** A case's page says what stands and what was flagged, and takes corrections. */
@CandorTest
class CorrectionPagesTests {

  @LocalServerPort int port;

  private final Pages pages;
  private Route route;
  private CaseToCorrect file;
  private String reference;

  @Autowired
  CorrectionPagesTests(WebApplicationContext service) {
    this.pages = new Pages(service);
  }

  @BeforeEach
  void flagACase() {
    route = new Route(port);
    file = CaseToCorrect.flagged(route);
    reference = file.reference();
  }

  @Test
  void shouldShowOnThePageWhatStandsAndWhatWasFlagged() {
    var sent =
        post(Map.of("field", "principal", "principal", "Embassy of <b>Palau</b>", "seen", "0"));
    assertThat(sent).hasStatus(400);
    assertThat(Pages.text(sent))
        .contains("value=\"Embassy of &lt;b&gt;Palau&lt;/b&gt;\"", "correctionReason-error");

    var form = new HashMap<String, String>();
    form.putAll(Map.of("field", "principal", "principal", "Embassy of <b>Palau</b>", "seen", "0"));
    form.put("correctionReason", "The <i>letterhead</i> says so.");
    assertThat(post(form))
        .hasStatus3xxRedirection()
        .redirectedUrl()
        .isEqualTo("/cases/" + reference + "#request");

    assertThat(page("head-uk", ""))
        .contains(
            "Embassy of &lt;b&gt;Palau&lt;/b&gt;",
            "Corrected: flagged as “Embassy in London”",
            "The &lt;i&gt;letterhead&lt;/i&gt; says so.",
            "Dev Patel",
            "Corrected what was flagged: On behalf of")
        .doesNotContain("<b>Palau");

    // and who had the page open before is told, with what they entered
    form.put("principal", "Embassy of Nauru");
    var late = post(form);
    assertThat(late).hasStatus(400);
    assertThat(Pages.text(late))
        .contains("Somebody corrected this in between", "value=\"Embassy of Nauru\"")
        .contains("name=\"seen\" value=\"1\"");
    form.put("principal", "Embassy of <b>Palau</b>");
    form.put("seen", "1");
    assertThat(Pages.text(post(form))).contains("principal-error", "That is what stands already");
  }

  @Test
  void shouldAskForEachFactAsTheFlagDoes() {
    assertThat(page("desk-uk", ""))
        .contains("Correct what was flagged", "Nothing was corrected yet");
    assertThat(page("desk-uk", "?correct=receivedOn"))
        .contains("type=\"date\" id=\"receivedOn\"", "value=\"2026-03-02\"", "max=");
    assertThat(page("desk-uk", "?correct=market"))
        .contains("<option value=\"GB\" selected=\"selected\">United Kingdom</option>");
    assertThat(page("desk-uk", "?correct=principalKind"))
        .contains("<option value=\"EMBASSY\" selected=\"selected\">Embassy or consulate</option>");
    assertThat(page("desk-uk", "?correct=items")).contains("<textarea rows=\"6\" id=\"items\"");
    assertThat(page("desk-uk", "?correct=ask")).doesNotContain("name=\"seen\"");
    assertThat(page("employee", "?correct=market")).doesNotContain("/corrections\"");
  }

  @Test
  void shouldOfferNothingToCorrectOfACaseThatIsOver() {
    route.step("employee", reference, "withdraw");
    route.awaitState("desk-uk", reference, "WITHDRAWN");

    assertThat(page("desk-uk", "")).doesNotContain("Correct what was flagged");
  }

  @Test
  void shouldMarkNothingThatStandsAsItWasFlagged() {
    file.correct("desk-uk", "principalCountry", "NU");
    assertThat(page("desk-uk", "")).contains("Corrected: flagged as “China”");

    file.correct("desk-uk", "principalCountry", "CN");

    assertThat(page("desk-uk", ""))
        .contains("Corrected after the flag", "Before: <span class=\"words\">Niue</span>")
        .doesNotContain("Corrected: flagged as");
  }

  private MvcTestResult post(Map<String, String> fields) {
    return pages.send("desk-uk", "/cases/" + reference + "/corrections", fields);
  }

  private String page(String person, String query) {
    return pages.page(person, "/cases/" + reference + query);
  }
}
