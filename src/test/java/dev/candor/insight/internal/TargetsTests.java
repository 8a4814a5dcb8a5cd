package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.insight.InsightSettings;
import dev.candor.insight.internal.Rule.Kind;
import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.insight.internal.Target.Missed;
import dev.candor.notification.MailBox;
import dev.candor.notification.MailChoice;
import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.MailKind;
import dev.candor.notification.MailPreferences;
import dev.candor.notification.Reporting;
import dev.candor.process.ProcessSets;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.web.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** What a target tells its owner, and how often; over cases of this test's own desk. */
@CandorTest
class TargetsTests {

  private static final String DESK = "DESK-OF-TARGETS-TESTS";
  private static final StepId STEP = new StepId("RegionalReviewProcess", "Task_OfTargetsTests");
  private static final int FIRST = 720_000;

  @Autowired Targets targets;
  @Autowired Watching watching;
  @Autowired MailBox box;
  @Autowired MailPreferences preferences;
  @Autowired EveryRow rows;
  @Autowired ProcessSets sets;
  @Autowired People people;
  @Autowired TargetTable table;
  @Autowired Reporting reporting;
  @Autowired IdleCases idle;
  @Autowired ForManagers managers;
  @Autowired InsightSettings settings;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;
  private Person manager;

  @BeforeEach
  void write() {
    manager = people.find(new PersonId("manager")).orElseThrow();
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    forget();
    rows.sql(
            """
            insert into insight_element (process, element, name, kind)
            values (?, ?, 'Weigh it', 'USER_TASK') on conflict do nothing
            """)
        .params(STEP.process(), STEP.element())
        .update();
  }

  @AfterEach
  void forget() {
    for (int i = 0; i < 10; i++) {
      rows.sql("select insight_forget(?)").param(reference(i)).query().singleRow();
    }
    // Whoever looks at one just now ends first, and nobody begins any more.
    rows.sql("update insight_target set deleted_at = now() where desk = ?").param(DESK).update();
    rows.sql(
            "delete from insight_missed where target in (select id from insight_target where desk = ?)")
        .param(DESK)
        .update();
    rows.sql("delete from insight_target where desk = ?").param(DESK).update();
    rows.sql("delete from mail_choice where person = 'manager'").update();
  }

  @Test
  void shouldTellOfMissedDeadlinesOnceAndAgainAfterTheyWereKept() throws Exception {
    // given
    for (int i = 0; i < 8; i++) {
      ended(i, i < 2);
    }
    // when several services look at once, and again
    targets.set(manager, rule(Kind.SHARE_BREACHED, 10));
    AtTheSameMoment.doAll(Collections.<Callable<Boolean>>nCopies(4, this::lookAtAll));
    lookAgain();
    // then
    assertThat(letters()).hasSize(1);
    assertThat(awaitMail("25 %").text())
        .contains("Deadlines missed this week: 25 %. Your limit is 10 %.", "Desk: " + DESK)
        .containsPattern("Open your targets: http://localhost:\\d+/insight/targets\\R");
    // when they are kept
    due("now() + interval '1 hour'");
    lookAgain();
    assertThat(history()).singleElement().extracting(Missed::until).isNotNull();
    assertThat(letters()).hasSize(1);
    // and missed once more
    due("ended_at - interval '1 hour'");
    lookAgain();
    awaitMail("100 %");
    assertThat(letters()).hasSize(2);
  }

  @Test
  void shouldNameIdleCasesOnceEachAndNothingElseOfThem() {
    // given
    open(0, "10 days");
    open(1, "1 day");
    // when
    targets.set(manager, rule(Kind.IDLE, 2));
    lookAgain();
    // then
    assertThat(awaitMail(reference(0)).text())
        .contains("Cases in which nothing has happened for 2 working days: " + reference(0))
        .doesNotContain(reference(1));
    // when another one is idle
    rows.sql("update insight_case set flagged_at = now() - interval '9 days' where reference = ?")
        .param(reference(1))
        .update();
    lookAgain();
    // then
    assertThat(awaitMail(reference(1)).text()).doesNotContain(reference(0));
    lookAgain();
    assertThat(letters()).hasSize(2);
    // and what is deleted is named nowhere any more
    rows.sql("select insight_forget(?)").param(reference(0)).query().singleRow();
    assertThat(history()).extracting(Missed::reference).containsExactly(reference(1));
  }

  @Test
  void shouldTellOfAStepThatTakesLong() {
    for (int i = 0; i < 5; i++) {
      ended(i, false);
    }
    targets.set(manager, new Rule(Kind.STEP_P85, 2, DESK, STEP));
    targets.set(manager, new Rule(Kind.STEP_P85, 3, DESK, STEP));
    lookAgain();

    assertThat(awaitMail("Weigh it").text())
        .contains("Weigh it: 85 % took up to 2.5 hours of working time", "Your limit is 2 hours.");
    assertThat(letters()).hasSize(1);
  }

  /**
   * Many who wait for memory would else take all connections, and keep the target from its owner.
   */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SHARE_BREACHED", "STEP_P85"})
  void shouldBringMemoryUpToDateBeforeItTakesATarget(Kind kind) {
    // given
    var isTaken = Collections.synchronizedSet(new HashSet<Boolean>());
    var looking = looking(() -> isTaken.add(isActualTransactionActive()));
    targets.set(manager, new Rule(kind, 2, DESK, kind == Kind.STEP_P85 ? STEP : null));
    // when
    await()
        .until(
            () -> {
              rows.sql("update insight_target set checked_at = null where desk = ?")
                  .param(DESK)
                  .update();
              asService(looking::carryOutOne);
              return !isTaken.isEmpty();
            });
    // then
    assertThat(isTaken).containsExactly(false);
  }

  /** Beside the one at work, with a memory of its own. */
  private Watching looking(Runnable beforeMemory) {
    var telling =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager())) {
          @Override
          public <T> @Nullable T execute(TransactionCallback<T> action) {
            beforeMemory.run();
            return super.execute(action);
          }
        };
    var keeping = new KeepingDays(jdbc, dataSource, telling, clock);
    var measuring =
        new Measuring(
            new ServiceLevels(new LoggedDeadlines(jdbc), keeping, managers, clock),
            new StepTimes(jdbc, new EndedPasses(keeping)),
            idle,
            managers,
            clock);
    return new Watching(table, measuring, reporting, people, transaction, settings, clock);
  }

  @Test
  void shouldSayNothingOfFewerThanFive() {
    for (int i = 0; i < 4; i++) {
      ended(i, true);
    }
    targets.set(manager, rule(Kind.SHARE_BREACHED, 1));
    lookAgain();

    assertThat(one().figure()).isNull();
    assertThat(letters()).isEmpty();
  }

  @Test
  void shouldNotLookAtWhatIsPausedOrDeletedAndTakeBothBack() {
    // given
    open(0, "10 days");
    targets.set(manager, rule(Kind.IDLE, 60));
    var id = one().id();
    // when
    targets.pause(manager, id);
    targets.change(manager, id, rule(Kind.IDLE, 2));
    lookAtAll();
    // then
    assertThat(one()).extracting(Target::checkedAt, Target::missedSince).containsOnlyNulls();
    // when
    targets.delete(manager, id);
    targets.restore(manager, id);
    targets.delete(manager, id);
    rows.sql("update insight_target set paused = false where id = ?").param(id).update();
    lookAtAll();
    // then
    assertThat(mine()).isEmpty();
    assertThat(letters()).isEmpty();
    assertThatThrownBy(() -> targets.pause(manager, id)).isInstanceOf(UnknownTarget.class);
    // when
    targets.restore(manager, id);
    lookAgain();
    // then
    assertThat(one().rule().most()).isEqualTo(2);
    awaitMail(reference(0));
  }

  @Test
  void shouldLeaveOthersTargetsAlone() {
    targets.set(manager, rule(Kind.IDLE, 60));
    var id = one().id();
    var other =
        new Person(
            new PersonId("another"), "A", "a@b", manager.roles(), manager.desks(), manager.zone());

    assertThat(targets.of(other)).isEmpty();
    for (Runnable attempt :
        List.<Runnable>of(
            () -> targets.change(other, id, rule(Kind.IDLE, 1)),
            () -> targets.pause(other, id),
            () -> targets.delete(other, id),
            () -> targets.restore(other, id))) {
      assertThatThrownBy(attempt::run).isInstanceOf(UnknownTarget.class);
    }
    assertThat(one().rule().most()).isEqualTo(60);
  }

  @Test
  void shouldTellNothingToWhoWantsNoSuchLetter() {
    preferences.choose(
        manager.id(),
        new MailChoice(MailChoice.DEFAULT.language(), 8, Map.of(MailKind.TARGET, Delivery.NEVER)));
    open(0, "10 days");
    targets.set(manager, rule(Kind.IDLE, 2));
    lookAgain();

    assertThat(one().missedSince()).isNotNull();
    assertThat(letters()).containsExactly("BY_CHOICE");
  }

  @ParameterizedTest
  @CsvSource({"SHARE_BREACHED, 100", "IDLE, 61", "STEP_P85, 5", "IDLE, 0"})
  void shouldRefuseWhatCannotBeKeptAndMissed(Kind kind, int most) {
    assertThatThrownBy(() -> rule(kind, most)).isInstanceOf(InvalidInput.class);
  }

  private static Rule rule(Kind kind, int most) {
    return new Rule(kind, most, DESK, null);
  }

  private boolean lookAtAll() {
    return asService(
        () -> {
          while (watching.carryOutOne()) {
            Thread.onSpinWait();
          }
          return true;
        });
  }

  private static <T> T asService(Supplier<T> work) {
    return Acting.<T, RuntimeException>asService(EventLog.SERVICE, work::get);
  }

  /** Whoever looks meanwhile: when this ends, each was looked at since it began. */
  private void lookAgain() {
    var before = mine().stream().map(Target::id).toList();
    before.forEach(
        id ->
            rows.sql("update insight_target set checked_at = null where id = ?")
                .param(id)
                .update());
    await()
        .untilAsserted(
            () -> {
              lookAtAll();
              assertThat(mine()).allSatisfy(each -> assertThat(each.checkedAt()).isNotNull());
            });
  }

  private List<Target> mine() {
    return targets.of(manager).keySet().stream()
        .filter(each -> DESK.equals(each.rule().desk()))
        .toList();
  }

  private Target one() {
    assertThat(mine()).hasSize(1);
    return mine().getFirst();
  }

  private List<Missed> history() {
    return targets.of(manager).get(one());
  }

  /** Of each letter about targets of this test why it is not sent; an empty text when it is. */
  private List<String> letters() {
    return rows.sql(
            """
            select coalesce(withheld, '') from mail_outbox
             where report = 'TARGET_MISSED' and occasion in (
               select 'target-' || letter from insight_missed m join insight_target t on t.id = m.target
                where t.desk = ?)
            """)
        .param(DESK)
        .query(String.class)
        .list();
  }

  private MailBox.Mail awaitMail(String about) {
    return await()
        .until(
            () ->
                box.of(manager.id()).stream()
                    .filter(mail -> mail.subject().equals("Candor: a target is missed"))
                    .filter(mail -> mail.text().contains(DESK) && mail.text().contains(about))
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  private void open(int number, String since) {
    inTheLog(number, "now() - interval '" + since + "'", null);
  }

  private void ended(int number, boolean late) {
    inTheLog(number, "now() - interval '1 day'", "now()");
    rows.sql("insert into insight_instance values (?, ?)")
        .params(key(number), reference(number))
        .update();
    rows.sql(
            """
            insert into insight_pass (pass_key, instance_key, definition_key, element, begun_at, ended_at, completed,
              for_us, in_hand, for_them, for_us_working, in_hand_working, for_them_working)
            select ?, ?, 1, id, now(), now(), true, 0, 9000, 0, 0, 9000, 0 from insight_element where element = ?
            """)
        .params(key(number), key(number), STEP.element())
        .update();
    rows.sql(
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at, due_at, ended_at)
            values (?, ?, ?, ?, now() - interval '3 hours', now() + ?::interval, now())
            """)
        .params(
            key(number),
            reference(number),
            key(number),
            STEP.element(),
            late ? "-1 hour" : "1 hour")
        .update();
    rows.counted(reference(number));
  }

  private void due(String due) {
    rows.sql("update insight_task set due_at = %s where element = ?".formatted(due))
        .param(STEP.element())
        .update();
    for (int i = 0; i < 10; i++) {
      rows.counted(reference(i));
    }
  }

  private void inTheLog(int number, String flagged, @Nullable String decided) {
    rows.sql(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, state, flagged_at, decided_at)
            values (?, 'OTHER', 'FORMAL', 'GB', 'LOW', ?, 'IN_REVIEW', %s, %s)
            """
                .formatted(flagged, decided))
        .params(reference(number), DESK)
        .update();
  }

  private static String reference(int number) {
    return "SR-2025-" + (FIRST + number);
  }

  private static long key(int number) {
    return 4_200_000_000_000_000_000L + number;
  }
}
