package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.insight.internal.Rule.Kind;
import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.insight.internal.Target.Missed;
import dev.candor.notification.MailBox;
import dev.candor.process.ProcessSets;
import dev.candor.support.EveryRow;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A manager's targets for a desk that is the tests' own, its cases, and what is told of them. */
final class TargetsOfADesk {

  static final String DESK = "DESK-OF-TARGETS-TESTS";
  static final StepId STEP = new StepId("RegionalReviewProcess", "Task_OfTargetsTests");
  private static final int FIRST = 720_000;

  private final Targets targets;
  private final Watching watching;
  private final MailBox box;
  private final EveryRow rows;
  private final Person manager;

  private TargetsOfADesk(ApplicationContext service) {
    this.targets = service.getBean(Targets.class);
    this.watching = service.getBean(Watching.class);
    this.box = service.getBean(MailBox.class);
    this.rows = service.getBean(EveryRow.class);
    this.manager = service.getBean(People.class).find(new PersonId("manager")).orElseThrow();
  }

  /** When the diagrams are in force, without what was there of an earlier test. */
  static TargetsOfADesk begin(ApplicationContext service) {
    var desk = new TargetsOfADesk(service);
    var sets = service.getBean(ProcessSets.class);
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    desk.forget();
    desk.rows
        .sql(
            """
            insert into insight_element (process, element, name, kind)
            values (?, ?, 'Weigh it', 'USER_TASK') on conflict do nothing
            """)
        .params(STEP.process(), STEP.element())
        .update();
    return desk;
  }

  Person manager() {
    return manager;
  }

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

  static Rule rule(Kind kind, int most) {
    return new Rule(kind, most, DESK, null);
  }

  boolean lookAtAll() {
    return asService(
        () -> {
          while (watching.carryOutOne()) {
            Thread.onSpinWait();
          }
          return true;
        });
  }

  static <T> T asService(Supplier<T> work) {
    return Acting.<T, RuntimeException>asService(EventLog.SERVICE, work::get);
  }

  /** Whoever looks meanwhile: when this ends, each was looked at since it began. */
  void lookAgain() {
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

  List<Target> mine() {
    return targets.of(manager).keySet().stream()
        .filter(each -> DESK.equals(each.rule().desk()))
        .toList();
  }

  Target one() {
    assertThat(mine()).hasSize(1);
    return mine().getFirst();
  }

  List<Missed> history() {
    return targets.of(manager).get(one());
  }

  /** Of each letter about targets of this test why it is not sent; an empty text when it is. */
  List<String> letters() {
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

  MailBox.Mail awaitMail(String about) {
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

  void open(int number, String since) {
    inTheLog(number, "now() - interval '" + since + "'", null);
  }

  void ended(int number, boolean late) {
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

  void due(String due) {
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

  static String reference(int number) {
    return "SR-2025-" + (FIRST + number);
  }

  private static long key(int number) {
    return 4_200_000_000_000_000_000L + number;
  }
}
