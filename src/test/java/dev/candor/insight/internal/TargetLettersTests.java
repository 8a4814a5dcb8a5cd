package dev.candor.insight.internal;

import static dev.candor.insight.internal.TargetsOfADesk.DESK;
import static dev.candor.insight.internal.TargetsOfADesk.STEP;
import static dev.candor.insight.internal.TargetsOfADesk.reference;
import static dev.candor.insight.internal.TargetsOfADesk.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.Rule.Kind;
import dev.candor.insight.internal.Target.Missed;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.MailKind;
import dev.candor.notification.MailPreferences;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a target tells its owner, and how often. */
@CandorTest
class TargetLettersTests {

  @Autowired ApplicationContext service;
  @Autowired Targets targets;
  @Autowired MailPreferences preferences;
  @Autowired EveryRow rows;
  private TargetsOfADesk desk;

  @BeforeEach
  void write() {
    desk = TargetsOfADesk.begin(service);
  }

  @AfterEach
  void forget() {
    desk.forget();
  }

  @Test
  void shouldTellOfMissedDeadlinesOnceAndAgainAfterTheyWereKept() throws Exception {
    // given
    for (int i = 0; i < 8; i++) {
      desk.ended(i, i < 2);
    }
    // when several services look at once, and again
    targets.set(desk.manager(), rule(Kind.SHARE_BREACHED, 10));
    AtTheSameMoment.doAll(Collections.<Callable<Boolean>>nCopies(4, desk::lookAtAll));
    desk.lookAgain();
    // then
    assertThat(desk.letters()).hasSize(1);
    assertThat(desk.awaitMail("25 %").text())
        .contains("Deadlines missed this week: 25 %. Your limit is 10 %.", "Desk: " + DESK)
        .containsPattern("Open your targets: http://localhost:\\d+/insight/targets\\R");
    // when they are kept
    desk.due("now() + interval '1 hour'");
    desk.lookAgain();
    assertThat(desk.history()).singleElement().extracting(Missed::until).isNotNull();
    assertThat(desk.letters()).hasSize(1);
    // and missed once more
    desk.due("ended_at - interval '1 hour'");
    desk.lookAgain();
    desk.awaitMail("100 %");
    assertThat(desk.letters()).hasSize(2);
  }

  @Test
  void shouldNameIdleCasesOnceEachAndNothingElseOfThem() {
    // given
    desk.open(0, "10 days");
    desk.open(1, "1 day");
    // when
    targets.set(desk.manager(), rule(Kind.IDLE, 2));
    desk.lookAgain();
    // then
    assertThat(desk.awaitMail(reference(0)).text())
        .contains("Cases in which nothing has happened for 2 working days: " + reference(0))
        .doesNotContain(reference(1));
    // when another one is idle
    rows.sql("update insight_case set flagged_at = now() - interval '9 days' where reference = ?")
        .param(reference(1))
        .update();
    desk.lookAgain();
    // then
    assertThat(desk.awaitMail(reference(1)).text()).doesNotContain(reference(0));
    desk.lookAgain();
    assertThat(desk.letters()).hasSize(2);
    // and what is deleted is named nowhere any more
    rows.sql("select insight_forget(?)").param(reference(0)).query().singleRow();
    assertThat(desk.history()).extracting(Missed::reference).containsExactly(reference(1));
  }

  @Test
  void shouldTellOfAStepThatTakesLong() {
    for (int i = 0; i < 5; i++) {
      desk.ended(i, false);
    }
    targets.set(desk.manager(), new Rule(Kind.STEP_P85, 2, DESK, STEP));
    targets.set(desk.manager(), new Rule(Kind.STEP_P85, 3, DESK, STEP));
    desk.lookAgain();

    assertThat(desk.awaitMail("Weigh it").text())
        .contains("Weigh it: 85 % took up to 2.5 hours of working time", "Your limit is 2 hours.");
    assertThat(desk.letters()).hasSize(1);
  }

  @Test
  void shouldSayNothingOfFewerThanFive() {
    for (int i = 0; i < 4; i++) {
      desk.ended(i, true);
    }
    targets.set(desk.manager(), rule(Kind.SHARE_BREACHED, 1));
    desk.lookAgain();

    assertThat(desk.one().figure()).isNull();
    assertThat(desk.letters()).isEmpty();
  }

  @Test
  void shouldTellNothingToWhoWantsNoSuchLetter() {
    preferences.choose(
        desk.manager().id(),
        new MailChoice(MailChoice.DEFAULT.language(), 8, Map.of(MailKind.TARGET, Delivery.NEVER)));
    desk.open(0, "10 days");
    targets.set(desk.manager(), rule(Kind.IDLE, 2));
    desk.lookAgain();

    assertThat(desk.one().missedSince()).isNotNull();
    assertThat(desk.letters()).containsExactly("BY_CHOICE");
  }
}
