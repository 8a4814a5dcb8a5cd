package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.candor.support.CandorApi;
import dev.candor.support.ExampleRequests;
import dev.candor.support.OwnersDatabase;
import dev.candor.support.RunningCandor;
import dev.candor.support.Upload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process owner at the pages about processes: looks, changes, mends, moves. */
class ProcessOwnerIT {

  private static final String ROUTE = "regional-review.bpmn";
  private static final String DIAGRAM = "/processes/diagrams/RegionalReviewProcess";

  @TempDir static Path dataDirectory;
  private static RunningCandor candor;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    candor = RunningCandor.startAsPackaged(dataDirectory);
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (candor != null) {
      candor.close();
    }
  }

  @Test
  void shouldOwnTheProcesses() {
    try (var owner = visitor()) {
      owner.signedInAs("owner");
      var reference = flag();
      lookAround(owner);
      beRefused(owner);
      changeTheDiagram(owner);
      moveACase(owner, reference);
      seeWhatCannotMove(owner, reference);
      assertThat(owner.failures()).isEmpty();
    }
  }

  @Test
  void shouldRetryWhatFailedForGood() {
    try (var owner = visitor();
        var database = OwnersDatabase.of(dataDirectory, candor.output())) {
      // given a worker whose table is gone, and a case that needs it
      owner.signedInAs("owner").open("/processes/incidents");
      database.run("alter table mail_outbox rename to mail_outbox_away");
      var reference = flag();

      // when its retries are used up, then the owner reads what failed, by reference only
      var line = owner.openUntil("/processes/incidents", "tr:has-text('" + reference + "')");
      assertThat(line).containsText("Thank flagger");
      assertThat(line).containsText("The worker failed and used up its retries");
      assertThat(line).not().containsText("government");
      Gallery.show(owner.page(), "incidents");

      // when the cause is mended and it is tried again, then the case goes on
      database.run("alter table mail_outbox_away rename to mail_outbox");
      line.locator("button").click();
      assertThat(owner.page().locator(".notice")).containsText("being tried again");
      owner.openUntil("/processes/incidents", ".empty");
      Gallery.show(owner.page(), "incidents-none");
      owner.openUntil(DIAGRAM, "tr:has-text('Review request')");
      assertThat(owner.failures()).isEmpty();
    }
  }

  @Test
  void shouldKeepOthersOut() {
    try (var counsel = visitor()) {
      counsel.signedInAs("counsel").open("/processes");
      assertThat(counsel.page().locator("h1")).not().hasText("Processes");
      assertThat(counsel.page().locator(".rail a[data-key=processes]")).hasCount(0);
    }
  }

  private static void lookAround(Visitor owner) {
    var page = owner.page();
    owner.openUntil("/processes", "tr:has-text('Sensitive request')");
    assertThat(page.locator(".rail a[data-key=processes]")).hasAttribute("aria-current", "page");
    Gallery.show(page, "processes");
    owner.openUntil(DIAGRAM, "tr:has-text('Review request')");
    page.locator("[data-diagram][data-drawn] .cases-here").first().waitFor();
    Gallery.show(page, "process-diagram");
    owner.open("/processes/tables/triage");
    page.locator("[data-table][data-drawn]").waitFor();
    Gallery.show(page, "process-table");
    // at the width the gallery ends with, no column is beyond the edge, and each row says why
    assertThat(
            page.locator(".tjs-table-container")
                .evaluate("box => box.scrollWidth <= box.clientWidth"))
        .isEqualTo(true);
    assertThat(page.locator(".reasons li").count())
        .isEqualTo(page.locator(".dmn-decision-table-container tbody tr").count());
    owner.open("/processes/forms/regional-review");
    page.locator("[data-form-preview][data-drawn]").waitFor();
    Gallery.show(page, "process-form");
  }

  private static void beRefused(Visitor owner) {
    send(owner, Upload.ours(ROUTE).replace("candor.record-recommendation", "candor.record-advice"));
    var findings = owner.page().locator(".findings");
    assertThat(findings)
        .containsText(
            "regional-review.bpmn: Task_RecordRecommendation: asks for the job \"candor.record-advice\","
                + " which no worker does");
    Gallery.show(owner.page(), "processes-findings");
  }

  private static void changeTheDiagram(Visitor owner) {
    send(owner, Upload.ours(ROUTE).replace("name=\"Review due\"", "name=\"Review is due\""));
    assertThat(owner.page().locator(".notice.good")).containsText("Set 2 is in force");
    owner.open(DIAGRAM);
    assertThat(owner.page().locator("h1")).containsText("version 2");
    assertThat(owner.page().locator(".differences"))
        .containsText("name was \"Review due\" and is now \"Review is due\"");
  }

  private static void moveACase(Visitor owner, String reference) {
    var page = owner.page();
    owner.open(DIAGRAM + "/1/move?to=2");
    assertThat(page.locator("label:has-text('" + reference + "')")).containsText("Review request");
    Gallery.show(page, "move");
    page.locator("button", new Page.LocatorOptions().setHasText("Move them")).click();
    assertThat(page.locator(".notice")).containsText(reference + ": moved");
    owner.open(DIAGRAM);
    assertThat(page.locator("tr:has-text('Review request')")).isVisible();
  }

  private static void seeWhatCannotMove(Visitor owner, String reference) {
    send(owner, Upload.ours(ROUTE).replace("Task_ReviewRegionally", "Task_ReviewInTheRegion"));
    assertThat(owner.page().locator(".notice.good")).containsText("Set 3 is in force");
    owner.open(DIAGRAM + "/2/move?to=3");
    assertThat(owner.page().locator(".held"))
        .containsText(
            reference + ": It stands at \"Review request\", which the other version does not have");
    Gallery.show(owner.page(), "move-held");
    owner.open("/processes");
    owner
        .page()
        .locator("button", new Page.LocatorOptions().setHasText("Deploy again"))
        .last()
        .click();
    assertThat(owner.page().locator(".notice.good")).containsText("Set 4 is in force");
    Gallery.show(owner.page(), "processes-changed");
  }

  private static void send(Visitor owner, String diagram) {
    owner.open("/processes");
    owner
        .page()
        .setInputFiles(
            "#files",
            new FilePayload(
                ROUTE, "application/octet-stream", diagram.getBytes(StandardCharsets.UTF_8)));
    owner.page().click("text=Check and deploy");
  }

  private static String flag() {
    var answer =
        CandorApi.as("employee", candor.address())
            .post("/api/flags", ExampleRequests.foundingIncident());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("reference").asText();
  }

  private static Visitor visitor() {
    return Visitor.at(candor.address(), chromium.browser());
  }
}
