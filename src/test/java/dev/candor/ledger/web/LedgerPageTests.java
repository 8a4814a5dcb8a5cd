package dev.candor.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.support.CandorForOwners;
import dev.candor.support.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** What auditors read of processes and policies: in words, with who, which file, which version. */
@CandorForOwners
class LedgerPageTests {

  private final MockMvcTester browser;
  private final ProcessSets sets;

  @LocalServerPort int port;

  @Autowired
  LedgerPageTests(WebApplicationContext service, ProcessSets sets) {
    this.browser = MockMvcTester.from(service, builder -> builder.apply(springSecurity()).build());
    this.sets = sets;
  }

  @BeforeEach
  void awaitTheFirstSet() {
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
  }

  @Test
  void shouldSayWhichFilesCameWithTheService() {
    var set = sets.find(1).orElseThrow();
    var file = sets.files(1);

    assertThat(file.names())
        .allSatisfy(
            name ->
                assertThat(lines(name))
                    .contains(
                        "Processes changed",
                        "Candor",
                        "came with the service",
                        "set 1",
                        "hash " + file.sha256(name).substring(0, 12)));
    assertThat(lines("sensitive-request.bpmn"))
        .contains("SensitiveRequestProcess version 1")
        .contains("hash of the set " + set.sha256().substring(0, 12));
  }

  @Test
  void shouldSayWhoChangedATableAndNothingOfTheFilesLeftAsTheyWere() {
    // given what is in force
    var before = sets.current().orElseThrow().number();

    // when an owner uploads a changed table
    var changed = Upload.ours("desk.dmn").replaceFirst("</description>", " Noted.</description>");
    assertThat(Upload.of(port, "owner", Map.of("desk.dmn", changed)).statusCode()).isEqualTo(200);

    // then the ledger has a line on this file, and none on others
    var set = sets.current().orElseThrow();
    var hash = sets.files(set.number()).sha256("desk.dmn").substring(0, 12);
    await()
        .untilAsserted(
            () ->
                assertThat(page("desk.dmn"))
                    .contains("Olivia Brandt", "uploaded", "set " + set.number(), "hash " + hash));
    assertThat(set.number()).isGreaterThan(before);
    assertThat(page("no-such.form")).contains("Nothing on this subject");
    assertThat(page("regional-review.form")).doesNotContain("· set " + set.number() + " ·");
  }

  @Test
  void shouldSayThatAFileWentOutOfForce() {
    // given a set with a file more
    var more =
        sets.files(1)
            .text("desk.dmn")
            .replace("\"desk\"", "\"spare\"")
            .replace("Definitions_Desk", "Definitions_Spare");
    var own = sets.files(sets.current().orElseThrow().number());
    var spare = FileSet.of(Map.of("spare.dmn", more.getBytes(StandardCharsets.UTF_8)));
    sets.deploy(own.with(spare), Origin.UPLOAD, "owner");

    // when it is deployed without
    sets.deploy(own, Origin.FOLDER, null);

    // then both are said
    await()
        .untilAsserted(
            () ->
                assertThat(page("spare.dmn"))
                    .contains("spare version 1", "taken out of force", "from the folder"));
  }

  @Test
  void shouldSayWhichVersionsOfPoliciesThereAre() {
    assertThat(lines("STATE_CONTROLLED_MEDIA"))
        .contains("Policy version", "version 4.0", "in force from 1 Jul 2026", "hash ");
  }

  /** Entries get their place after the commit. */
  private String lines(String subject) {
    await().until(() -> page(subject), page -> !page.contains("Nothing on this subject"));
    return page(subject);
  }

  private String page(String subject) {
    var person = user("auditor").roles("AUDITOR");
    var answer = browser.get().uri("/ledger?subject={subject}", subject).with(person).exchange();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
