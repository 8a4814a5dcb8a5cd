package dev.candor.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import dev.candor.support.RunningCandor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The founding incident in a real browser: flagged, reviewed, decided, read in the register. */
@Order(1)
class FoundingIncidentIT {

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
  void shouldCarryTheFoundingIncidentFromFlagToDecision() {
    try (var employee = visitor();
        var desk = visitor();
        var counsel = visitor();
        var auditor = visitor()) {
      employee.open("/login");
      Gallery.show(employee.page(), "login");

      var reference = FoundingIncidentByHand.flag(employee.signedInAs("employee"));
      FoundingIncidentByHand.review(desk.signedInAs("desk-uk"), reference);
      FoundingIncidentByHand.attach(desk, reference);
      FoundingIncidentByHand.decide(counsel.signedInAs("counsel"), reference);
      FoundingIncidentByHand.reply(desk, reference);
      FoundingIncidentAfterwards.readTheDecision(counsel, reference);
      FoundingIncidentAfterwards.readTheMail(employee, reference);
      FoundingIncidentAfterwards.readTheLedger(auditor.signedInAs("auditor"), reference);
      FoundingIncidentAfterwards.openInAnEmergency(auditor, reference);
      FoundingIncidentAfterwards.seeThatItIsAskedAgain(desk, route(), reference);

      assertThat(employee.failures()).isEmpty();
      assertThat(desk.failures()).isEmpty();
      assertThat(counsel.failures()).isEmpty();
      assertThat(auditor.failures()).isEmpty();
    }
  }

  @Test
  void shouldSayWhatIsMissingAndKeepWhatWasEntered() {
    try (var employee = visitor()) {
      // given a flag with hardly anything in it
      employee.signedInAs("employee").open("/flags/new");
      employee.page().fill("#sender", "<script>alert(1)</script>");

      // when it is sent
      employee.page().click("text=Send the flag");

      // then each missing field is named, and what was entered is still there, as text
      assertThat(employee.page().locator("[data-errors]")).containsText("The ask: Fill this in");
      assertThat(employee.page().locator("#sender")).hasValue("<script>alert(1)</script>");
      assertThat(employee.failures()).isEmpty();
      Gallery.show(employee.page(), "flag-errors");
    }
  }

  @Test
  void shouldOfferAForwardedMailAsADraft() {
    try (var owner = visitor()) {
      // given
      forwardAMail();
      owner.signedInAs("owner").openUntil("/flags/new", "a[href^='/flags/drafts/']");
      Gallery.show(owner.page(), "flag-with-drafts");

      // when
      owner.page().click("text=Fwd: An account");

      // then
      assertThat(owner.page().locator("#ask")).hasValue("They ask for an account.");
      Gallery.show(owner.page(), "flag-from-a-mail");
      owner.page().click("text=Throw the draft away");
      assertThat(owner.page().locator("main .notice")).containsText("The draft is gone");
      assertThat(owner.failures()).isEmpty();
    }
  }

  private static void forwardAMail() {
    var port =
        candor.output().stream()
            .map(Pattern.compile("SMTP on port (\\d+)")::matcher)
            .filter(Matcher::find)
            .map(found -> Integer.parseInt(found.group(1)))
            .findFirst()
            .orElseThrow();
    var mail = new SimpleMailMessage();
    mail.setFrom("owner@candor.example");
    mail.setTo("flags@candor.example");
    mail.setSubject("Fwd: An account");
    mail.setText("They ask for an account.");
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.send(mail);
  }

  @Test
  void shouldLetPeopleSpendTheirDayAtTheDesk() {
    var route = route();
    try (var desk = visitor();
        var window = visitor();
        var head = visitor();
        var legal = visitor()) {
      var first = route.flag("employee", ExampleRequests.embassy());
      var second = route.flag("employee", ExampleRequests.embassy());
      DayAtTheDesk.byKeyboardAlone(desk.signedInAs("desk-uk"), first);
      DayAtTheDesk.byTelephone(head.signedInAs("head-uk"), first);
      DayAtTheDesk.inTwoWindows(desk, window.signedInAs("desk-uk"), second);
      DayAtTheDesk.addsBesideATask(desk);
      DayAtTheDesk.isToldWhatBecameOfTheirWords(desk, route, second);
      DayAtTheDesk.handsOver(desk);
      DayAtTheDesk.mentionsAColleague(desk, head, first);
      DayAtTheDesk.namesAStandIn(desk, legal.signedInAs("legal"));
      DayAtTheDesk.keepsAFilter(desk, head);
      DayAtTheDesk.seesACaseChange(desk, route, first);
      for (var visitor : List.of(desk, window, head, legal)) {
        assertThat(visitor.failures()).isEmpty();
      }
    }
  }

  @Test
  void shouldLetTheDeskCorrectWhatWasFlagged() {
    try (var desk = visitor()) {
      CorrectionByHand.of(desk.signedInAs("desk-uk"), route());
      assertThat(desk.failures()).isEmpty();
    }
  }

  @Test
  void shouldShowAManagerTheTimesOfAYear() {
    try (var admin = visitor();
        var manager = visitor()) {
      YearOfAManager.beginsWithNothing(manager.signedInAs("manager"));
      admin.signedInAs("admin").open("/insight/year");
      Gallery.show(admin.page(), "load-a-year");
      admin.page().check("#understood");
      admin.page().click("main button");
      assertThat(admin.page().locator(".empty h2")).hasText("The year is loaded");
      YearOfAManager.isLookedAt(manager);
      YearOfAManager.hasATarget(manager);
      assertThat(manager.failures()).isEmpty();
    }
  }

  @Test
  void shouldSayThatACaseIsNotThere() {
    try (var admin = visitor()) {
      admin.signedInAs("admin").open("/cases/SR-2026-99999");
      assertThat(admin.page().locator("h1")).hasText("There is nothing here");
      Gallery.show(admin.page(), "error");
      admin.open("/outbox");
      assertThat(admin.page().locator(".empty h2")).hasText("Nothing waits");
      Gallery.show(admin.page(), "outbox");
    }
  }

  private static Route route() {
    return new Route(address().getPort());
  }

  private static Visitor visitor() {
    return Visitor.at(address(), chromium.browser());
  }

  private static URI address() {
    return candor.address();
  }
}
