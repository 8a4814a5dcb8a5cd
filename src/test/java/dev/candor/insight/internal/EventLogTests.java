package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.access.Acting;
import dev.candor.process.ElementHistory;
import dev.candor.process.ElementHistory.Pass;
import dev.candor.process.ProcessPictures;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What the log takes from the engine, the desk and the register, whatever the order. */
@CandorTest
class EventLogTests {

  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

  private final EventLog log;
  private final PassTable passes;
  private final CountingTimes counting;
  private final ElementHistory history;
  private final ProcessPictures pictures;
  private final TransactionTemplate transaction;
  private final EveryRow rows;

  @LocalServerPort int port;
  private Route route;

  @Autowired
  EventLogTests(
      EventLog log,
      PassTable passes,
      CountingTimes counting,
      ElementHistory history,
      ProcessPictures pictures,
      TransactionTemplate transaction,
      EveryRow rows) {
    this.log = log;
    this.passes = passes;
    this.counting = counting;
    this.history = history;
    this.pictures = pictures;
    this.transaction = transaction;
    this.rows = rows;
  }

  @BeforeEach
  void setUp() {
    route = new Route(port);
  }

  @Test
  void shouldHoldEachPassOfTheEngineOnceAndCountTheCase() {
    // given
    var reference = route.flag("employee", ExampleRequests.ofTheExamples("B"));
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    decide(reference);
    route.reply("desk-uk", reference);
    route.carryOut("ops", reference);
    route.awaitState("head-uk", reference, "CLOSED");
    // when
    await()
        .untilAsserted(
            () -> {
              readOn();
              assertThat(namesOfEnded(reference)).contains("EndEvent_CaseClosed");
              // then
              assertThat(keysInTheLog(reference))
                  .containsExactlyElementsOf(keysInTheEngine(reference));
            });
    var time = time(reference);
    assertThat(time)
        .containsEntry("outcome", "ACCEPTED_WITH_LABEL")
        .containsEntry("desk", "UK-IE-NL-IL")
        .containsEntry("severity", "LOW")
        .containsEntry("version", 1);
    assertThat(seconds(time, "for_us", "in_hand", "for_them"))
        .isEqualTo(
            Duration.between(instant(reference, "flagged_at"), instant(reference, "decided_at"))
                .toSeconds());
    // and again, nothing of it changes
    var before = ended(reference);
    readOn();
    assertThat(ended(reference)).containsAll(before);
  }

  @Test
  void shouldWriteNothingOfACaseThatWasDeletedMeanwhile() {
    // given
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    await()
        .untilAsserted(
            () -> {
              readOn();
              assertThat(keysInTheLog(reference)).isNotEmpty();
            });
    var instances = instancesInTheEngine(reference);
    // when
    forget(reference);
    readOn();
    // then
    assertThat(everythingOf(reference)).isEmpty();
    assertThat(
            rows.sql("select pass_key from insight_pass where instance_key = any(?)")
                .param(instances.toArray(Long[]::new))
                .query(Long.class)
                .list())
        .isEmpty();
    assertThat(
            rows.sql("select 1 from insight_instance where reference = ?")
                .param(reference)
                .query()
                .listOfRows())
        .isEmpty();
  }

  @Test
  void shouldCountWhatWasClaimedReleasedAndClaimedAgain() {
    // given
    var reference = route.flag("employee", ExampleRequests.embassy());
    var task = route.offered("desk-uk", reference, Route.REVIEW);
    // when
    route.claim("desk-uk", task);
    route.as("desk-uk").post("/api/tasks/" + task + "/release");
    route.claim("desk-uk", task);
    route.complete(
        "desk-uk", task, Map.of("recommendation", "DECLINE", "rationale", "Seen from the region."));
    // then
    var holds =
        rows.sql(
                """
                select person, let_go_at is not null as ended from insight_hold where user_task_key = ?
                """)
            .param(Long.valueOf(task))
            .query()
            .listOfRows();
    assertThat(holds)
        .containsExactly(
            Map.of("person", "desk-uk", "ended", true), Map.of("person", "desk-uk", "ended", true));
  }

  @Test
  void shouldComeToTheSameWhateverTheOrderHowOftenAndHowLate() {
    // given what was told in order, once
    var inOrder = new Told("SR-2026-99901");
    tell(inOrder, List.of(inOrder.events()));
    var expected = everythingOf(inOrder.reference());
    assertThat(time(inOrder.reference()))
        .containsEntry("for_us", 3_600)
        .containsEntry("in_hand", 3 * 3_600)
        .containsEntry("for_them", 48 * 3_600)
        .containsEntry("for_them_working", 16 * 3_600);
    // when
    for (int seed = 0; seed < 25; seed++) {
      var shuffled = new Told("SR-2026-99901");
      var events = new ArrayList<>(shuffled.events());
      events.addAll(shuffled.events());
      var random = new Random(seed);
      Collections.shuffle(events, random);
      var split = random.nextInt(events.size());
      tell(shuffled, List.of(events.subList(0, split), events.subList(split, events.size())));
      // then
      assertThat(everythingOf(shuffled.reference())).as("order %s", seed).isEqualTo(expected);
    }
    forget(inOrder.reference());
  }

  @Test
  void shouldForgetACaseThatIsDeleted() {
    var told = new Told("SR-2026-99902");
    tell(told, List.of(told.events()));

    forget(told.reference());

    assertThat(everythingOf(told.reference())).isEmpty();
  }

  private void decide(String reference) {
    route.workOff(
        "head-uk",
        reference,
        Route.DECIDE_AS_HEAD,
        Map.of("outcome", "ACCEPTED_WITH_LABEL", "rationale", "Open and official."));
  }

  private void readOn() {
    AsTheLog.does(log::readOn);
  }

  /**
   * A case that waits an hour for us, is in hand for three and waits two days for the other side.
   */
  private record Told(String reference, long first, List<Pass> events) {

    Told(String reference) {
      this(reference, 4_000_000_000_000_000_000L + reference.hashCode(), new ArrayList<>());
      add(1, "Task_Review", "USER_TASK", 0, 4);
      add(2, "Gateway_Await", "EVENT_BASED_GATEWAY", 4, 52);
      add(3, "EndEvent_Done", "END_EVENT", 52, 52);
    }

    private void add(long key, String element, String kind, int begin, int end) {
      var begun = MONDAY.plus(Duration.ofHours(begin));
      events.add(pass(key, element, kind, begun, null));
      events.add(pass(key, element, kind, begun, MONDAY.plus(Duration.ofHours(end))));
    }

    private Pass pass(long key, String element, String kind, Instant begun, Instant ended) {
      return new Pass(
          first + key,
          first,
          first,
          "ToldProcess",
          element,
          element,
          kind,
          begun,
          ended,
          ended != null);
    }
  }

  /** As the register, the desk and the engine would: the case from new each time. */
  private void tell(Told told, List<List<Pass>> batches) {
    forget(told.reference());
    rows.sql(
            """
            insert into insight_case (reference, type, channel, market, severity, desk, outcome, state,
              instance_key, flagged_at, decided_at, over_at)
            values (?, 'OTHER', 'FORMAL', 'GB', 'LOW', 'UK-IE-NL-IL', 'DECLINED', 'CLOSED', ?,
              timestamptz '2026-11-23 09:00Z', timestamptz '2026-11-25 13:00Z', now())
            """)
        .params(told.reference(), told.first())
        .update();
    rows.sql(
            """
            insert into insight_task (user_task_key, reference, instance_key, element, offered_at)
            values (?, ?, ?, 'Task_Review', timestamptz '2026-11-23 09:00Z')
            """)
        .params(told.first(), told.reference(), told.first())
        .update();
    rows.sql(
            """
            insert into insight_hold (user_task_key, person, claimed_at, let_go_at) values
              (?, 'x', timestamptz '2026-11-23 10:00Z', timestamptz '2026-11-23 13:00Z')
            """)
        .param(told.first())
        .update();
    for (var batch : batches) {
      Acting.<Boolean, RuntimeException>asService(
          EventLog.SERVICE,
          () -> {
            transaction.executeWithoutResult(
                status -> {
                  passes.keep(batch);
                  passes.keepReferences(Map.of(told.first(), told.reference()));
                });
            transaction.executeWithoutResult(status -> counting.count(told.reference()));
            return true;
          });
    }
  }

  /** As the register's trigger does when a case is deleted. */
  private void forget(String reference) {
    rows.sql("select insight_forget(?)").param(reference).query().singleRow();
  }

  private List<Map<String, Object>> everythingOf(String reference) {
    var all =
        new ArrayList<>(
            rows.sql(
                    """
                select pass_key, begun_at, ended_at, completed, for_us, in_hand, for_them, for_us_working,
                       in_hand_working, for_them_working
                  from insight_pass join insight_instance using (instance_key)
                 where reference = ? order by pass_key
                """)
                .param(reference)
                .query()
                .listOfRows());
    all.addAll(
        rows.sql(
                "select to_jsonb(t) - 'counted' - 'way' as time from insight_time t where reference = ?")
            .param(reference)
            .query()
            .listOfRows());
    return all;
  }

  private Map<String, Object> time(String reference) {
    return rows.sql("select * from insight_time where reference = ?")
        .param(reference)
        .query()
        .singleRow();
  }

  private static long seconds(Map<String, Object> time, String... columns) {
    return List.of(columns).stream().mapToLong(column -> (Integer) time.get(column)).sum();
  }

  private Instant instant(String reference, String column) {
    return rows.sql("select %s from insight_case where reference = ?".formatted(column))
        .param(reference)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private List<String> namesOfEnded(String reference) {
    return rows.sql(
            """
            select e.element from insight_pass p join insight_element e on e.id = p.element
              join insight_instance using (instance_key) where reference = ? and ended_at is not null
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  private List<Long> keysInTheLog(String reference) {
    return rows.sql(
            """
            select pass_key from insight_pass join insight_instance using (instance_key)
             where reference = ? order by pass_key
            """)
        .param(reference)
        .query(Long.class)
        .list();
  }

  private List<Long> keysInTheEngine(String reference) {
    var instances = instancesInTheEngine(reference);
    var all = new ArrayList<Pass>();
    addAll(all, after -> history.running(Instant.EPOCH, after));
    addAll(all, after -> history.ended(Instant.EPOCH, after));
    return all.stream()
        .filter(pass -> instances.contains(pass.processInstance()))
        .map(Pass::key)
        .distinct()
        .sorted()
        .toList();
  }

  private static void addAll(List<Pass> all, Function<String, ElementHistory.Page> pages) {
    String after = null;
    do {
      var page = pages.apply(after);
      all.addAll(page.passes());
      after = page.next();
    } while (after != null);
  }

  /** The case's own, and those that it called, and they. */
  private List<Long> instancesInTheEngine(String reference) {
    var instances =
        new ArrayList<>(
            rows.sql("select process_instance_key from cases where reference = ?")
                .param(reference)
                .query(Long.class)
                .list());
    for (int i = 0; i < instances.size(); i++) {
      instances.addAll(pictures.called(instances.get(i)));
    }
    return instances;
  }

  /** What has ended of it: beside that, a discussion of policy may go on. */
  private List<Map<String, Object>> ended(String reference) {
    return everythingOf(reference).stream()
        .filter(row -> !row.containsKey("ended_at") || row.get("ended_at") != null)
        .toList();
  }
}
