package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.internal.RuntimeCore.Health;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer.Rejected;
import dev.candor.runtime.internal.command.CommandFailure;
import dev.candor.runtime.internal.feed.RecordListener;
import dev.candor.runtime.internal.log.MemoryJournal;
import dev.candor.support.BesideOthers;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BesideOthers
class EngineCoreTests {

  private final EngineCore core = new EngineCore(new MemoryJournal());
  private final Engineer engineer = new Engineer(core);
  private final Recorded recorded = new Recorded();

  @BeforeEach
  void start() {
    core.records().subscribe(recorded);
    core.start();
  }

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void shouldRunAnInstanceToItsEnd() {
    engineer.deploy(Engineer.oneTask("work"));
    long instance = engineer.create("one-task");

    var jobs = engineer.activate("work");
    jobs.forEach(engineer::complete);

    assertThat(instance).isPositive();
    assertThat(jobs).hasSize(1);
    assertThat(engineer.activate("work")).isEmpty();
  }

  @Test
  void shouldSayWhyACommandIsRefused() {
    var answer = engineer.send(new Command(JobIntent.COMPLETE, 4711, new JobRecord()));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.type()).isEqualTo(RejectionType.NOT_FOUND);
              assertThat(rejected.reason()).contains("4711");
            });
  }

  @Test
  void shouldRefuseACommandLargerThanARecord() {
    var job = new JobRecord().setErrorMessage("x".repeat(5_000_000));

    assertThatThrownBy(() -> engineer.send(new Command(JobIntent.FAIL, 1, job)))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.TOO_LARGE));
  }

  @Test
  void shouldHandOutWhatAnAnswerRestsOn() {
    var deployed = engineer.deploy(Engineer.oneTask("work"));

    core.records().caughtUpWith(deployed.position()).join();

    assertThat(recorded.records)
        .extracting(Record::getKey)
        .as("the deployment is among the records")
        .contains(deployed.key());
    assertThat(recorded.records).extracting(Record::getPosition).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldFireATimerWhenItsTimeComes() {
    engineer.deploy(Engineer.timerThenTask("PT2H", "late"));
    engineer.create("timer-then-task");

    // On a busy machine seconds go by before it is asked: to the second a pinned clock tells.
    core.clock().advance(Duration.ofHours(2).minusMinutes(5));
    assertThat(engineer.activate("late")).isEmpty();

    core.clock().advance(Duration.ofMinutes(5));
    assertThat(engineer.activate("late")).hasSize(1);
  }

  @Test
  void shouldFireATimerOnAPinnedClock() {
    core.clock().pin(Instant.parse("2031-05-01T10:00:00Z"));
    engineer.deploy(Engineer.timerThenTask("PT2H", "late"));
    engineer.create("timer-then-task");

    core.clock().pin(Instant.parse("2031-05-01T11:59:59Z"));
    assertThat(engineer.activate("late")).isEmpty();

    core.clock().pin(Instant.parse("2031-05-01T12:00:00Z"));

    assertThat(engineer.activate("late")).hasSize(1);
    assertThat(core.clock().instant()).isEqualTo("2031-05-01T12:00:00Z");
    assertThat(recorded.records.getLast().getTimestamp())
        .isEqualTo(Instant.parse("2031-05-01T12:00:00Z").toEpochMilli());
  }

  @Test
  void shouldLookForWhatIsDueAfterTheClockWasTurnedBack() {
    engineer.deploy(Engineer.oneTask("work"));
    engineer.create("one-task");
    core.clock().advance(Duration.ofDays(700));
    core.clock().reset();
    var taken = engineer.activate("work");

    core.clock().advance(Duration.ofMinutes(2));

    assertThat(engineer.activate("work"))
        .as("the job came back when its worker's minute was over")
        .isEqualTo(taken);
  }

  @Test
  void shouldTellWhereThereIsWork() {
    engineer.deploy(Engineer.oneTask("work"));
    var told = new CopyOnWriteArrayList<String>();
    try (var subscription = core.jobs().subscribe(told::add)) {
      engineer.create("one-task");

      await().untilAsserted(() -> assertThat(told).contains("work"));
      assertThat(subscription).isNotNull();
    }
  }

  @Test
  void shouldGiveBackAJob() {
    engineer.deploy(Engineer.oneTask("work"));
    engineer.create("one-task");
    List<Long> taken = engineer.activate("work");

    taken.forEach(job -> core.commands().tell(yielding(job)));

    assertThat(engineer.activate("work")).isEqualTo(taken);
  }

  @Test
  void shouldNotCountAsUnderWayWhatIsNeverAnswered() {
    engineer.deploy(Engineer.oneTask("work"));

    // One more than may be under way at once.
    for (int i = 0; i <= 20_000; i++) {
      core.commands().tell(yielding(4711));
    }
    // However long that takes here: the patience of one request is for that request.
    core.whenIdle().join();

    assertThat(engineer.create("one-task")).isPositive();
  }

  private static Command yielding(long job) {
    return new Command(JobIntent.YIELD, job, new JobRecord());
  }

  @Test
  void shouldBeEmptyAndWorkAfterAPurge() {
    engineer.deploy(Engineer.oneTask("work"));
    engineer.create("one-task");

    long purge = core.purge();

    assertThat(purge).isEqualTo(1).isEqualTo(core.lastPurge());
    assertThat(core.health()).isEqualTo(Health.HEALTHY);
    assertThat(recorded.purges).isEqualTo(1);
    assertThat(engineer.activate("work")).isEmpty();
    engineer.deploy(Engineer.oneTask("work"));
    engineer.create("one-task");
    assertThat(engineer.activate("work")).hasSize(1);
  }

  @Test
  void shouldKeepNobodyWaitingForAnEngineThatIsPurged() {
    for (int round = 0; round < 10; round++) {
      // when, before the engine has looked for what is due
      var idle = core.whenIdle();
      core.purge();
      // then
      assertThat(idle.handle((done, closed) -> "over")).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  void shouldTellACommandUnderWayThatItsEngineIsGone() {
    engineer.deploy(Engineer.oneTask("work"));
    var neverAnswered = core.commands().send(engineer.createAndAwaitResult("one-task"));
    engineer.create("one-task");

    core.purge();

    assertThatThrownBy(neverAnswered::join)
        .cause()
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.PURGED));
  }

  @Test
  void shouldLiveBesideAnother() {
    try (var other = new EngineCore(new MemoryJournal())) {
      other.start();
      engineer.deploy(Engineer.oneTask("work"));
      new Engineer(other).deploy(Engineer.oneTask("work"));
      core.clock().advance(Duration.ofDays(1));

      engineer.create("one-task");

      assertThat(new Engineer(other).activate("work")).isEmpty();
      assertThat(engineer.activate("work")).hasSize(1);
      assertThat(other.clock().instant()).isBefore(core.clock().instant());
      assertThat(createdInstances(core)).isEqualTo(1);
      assertThat(createdInstances(other)).isZero();
    }
  }

  @Test
  void shouldRefuseCommandsWhenClosed() {
    core.close();

    assertThat(core.health()).isEqualTo(Health.CLOSED);
    assertThatThrownBy(() -> engineer.create("one-task"))
        .cause()
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.NOT_RUNNING));
  }

  @Test
  void shouldKeepVariables() {
    engineer.deploy(Engineer.oneTask("work"));
    var variables = BufferUtil.wrapArray(new byte[] {(byte) 0x81, (byte) 0xa1, 'a', 1});

    engineer.create("one-task", variables);

    assertThat(engineer.variablesOfJobs("work"))
        .singleElement()
        .satisfies(values -> assertThat(values).containsEntry("a", 1));
  }

  private static double createdInstances(EngineCore core) {
    return core.meters().find("zeebe.process.instance.creations.total").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** Keeps all it hears. */
  private static final class Recorded implements RecordListener {

    private final List<Record<?>> records = new CopyOnWriteArrayList<>();
    private volatile int purges;

    @Override
    public void onRecord(Record<?> record) {
      records.add(record);
    }

    @Override
    public void onPurge() {
      purges++;
    }
  }
}
