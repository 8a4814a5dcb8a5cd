package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.candor.runtime.internal.RuntimeCore.Health;
import dev.candor.runtime.internal.command.CommandAnswer;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.command.CommandFailure;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.log.ForgetfulDisk;
import dev.candor.runtime.internal.request.StreamWishes;
import dev.candor.support.BesideOthers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class DurabilityTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path temporary;

  @Test
  void shouldGoOnWhereItStopped() {
    var folder = temporary.resolve("runtime");
    long before = runningOn(folder, DurabilityTests::deployAndCreate);

    long after =
        runningOn(
            folder,
            engineer -> {
              assertThat(engineer.instancesOfJobs("work")).containsExactly(before);
              engineer.core().clock().advance(Duration.ofHours(2));
              assertThat(engineer.activate("late")).hasSize(1);
              return engineer.create("one-task");
            });

    assertThat(after).isGreaterThan(before);
  }

  @Test
  void shouldKeepATakenJobTaken() {
    var folder = temporary.resolve("runtime");
    List<Long> taken =
        runningOn(
            folder,
            engineer -> {
              deployAndCreate(engineer);
              return engineer.activate("work");
            });

    runningOn(
        folder,
        engineer -> {
          assertThat(engineer.activate("work")).isEmpty();
          taken.forEach(engineer::complete);
          return null;
        });
  }

  @Test
  void shouldStayEmptyAfterAPurge() {
    var folder = temporary.resolve("runtime");
    runningOn(
        folder,
        engineer -> {
          deployAndCreate(engineer);
          return engineer.core().purge();
        });

    List<Long> jobs = runningOn(folder, engineer -> engineer.activate("work"));
    assertThat(jobs).isEmpty();
  }

  @Test
  void shouldNeverReadTheWorkingStateOfAnEarlierRun() throws IOException {
    var folder = temporary.resolve("runtime");
    var left = folder.resolve("state/rocksdb/CURRENT");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "what a killed process left");

    runningOn(folder, DurabilityTests::deployAndCreate);

    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void shouldRefuseCommandsWhileTheDiskDoes() throws IOException {
    var folder = temporary.resolve("runtime");
    runningOn(folder, DurabilityTests::deployAndCreate);
    try (var core = new EngineCore(new FileJournal(folder, 1))) {
      core.start();
      core.whenIdle().join();
      // No further segment can be made while a folder stands in its place.
      var obstacle = folder.resolve("%020d.log.new".formatted(segments(folder) + 1));
      Files.createDirectories(obstacle);
      var notAcknowledged = sendWhatIsNotKept(core);

      Files.delete(obstacle);

      goesOn(core, notAcknowledged);
    }
    List<Long> jobs = runningOn(folder, engineer -> engineer.activate("work"));
    assertThat(jobs).hasSize(2);
  }

  @Test
  void shouldRefuseCommandsWhileTheDiskCannotSayThatItHasThem() {
    var disk = new ForgetfulDisk();
    var folder = disk.wrapPath(temporary.resolve("runtime"));
    try (var core = new EngineCore(new FileJournal(folder))) {
      core.start();
      deployAndCreate(new Engineer(core));
      disk.fail(true);
      var notAcknowledged = sendWhatIsNotKept(core);

      disk.fail(false);

      goesOn(core, notAcknowledged);
    }
    List<Long> jobs = runningOn(folder, engineer -> engineer.activate("work"));
    assertThat(jobs).hasSize(2);
  }

  @Test
  void shouldHaveWhatItAcknowledgedWhenItWasStoppedOnADiskThatFails() {
    var disk = new ForgetfulDisk();
    var folder = disk.wrapPath(temporary.resolve("runtime"));
    long acknowledged;
    CompletableFuture<CommandAnswer> notAcknowledged;
    try (var core = new EngineCore(new FileJournal(folder))) {
      core.start();
      acknowledged = deployAndCreate(new Engineer(core));
      disk.fail(true);
      notAcknowledged = sendWhatIsNotKept(core);
    }
    assertThat(notAcknowledged)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.NOT_RUNNING));

    disk.fail(false);

    List<Long> instances = runningOn(folder, engineer -> engineer.instancesOfJobs("work"));
    assertThat(instances).containsExactly(acknowledged);
  }

  @Test
  void shouldHandAWorkerNoJobBeforeItIsKept() throws IOException {
    var folder = temporary.resolve("runtime");
    runningOn(folder, DurabilityTests::deployAndCreate);
    try (var core = new EngineCore(new FileJournal(folder, 1))) {
      core.start();
      core.whenIdle().join();
      List<Long> handed = new CopyOnWriteArrayList<>();
      core.jobStreams()
          .open(
              "work",
              StreamWishes.of("worker", List.of(), 60_000, List.of()),
              (key, job) -> handed.add(key));
      var obstacle = folder.resolve("%020d.log.new".formatted(segments(folder) + 1));
      Files.createDirectories(obstacle);

      core.commands().send(new Engineer(core).createAndAwaitResult("one-task"));
      await().until(() -> core.health() == Health.READ_ONLY);
      await()
          .until(
              () ->
                  core.meters().find("zeebe.job.events.total").tag("action", "pushed").counter()
                      != null);
      assertThat(handed).isEmpty();

      Files.delete(obstacle);

      await().until(() -> handed.size() == 1);
    }
  }

  /** A command that the engine takes and the disk does not; whoever comes next is refused. */
  private static CompletableFuture<CommandAnswer> sendWhatIsNotKept(EngineCore core) {
    var notAcknowledged = core.commands().send(Engineer.deployment(Engineer.oneTask("work")));
    await().atMost(PATIENCE).until(() -> core.health() == Health.READ_ONLY);
    assertThatThrownBy(() -> new Engineer(core).create("one-task"))
        .cause()
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.STORAGE));
    assertThat(notAcknowledged).isNotDone();
    return notAcknowledged;
  }

  private static void goesOn(EngineCore core, CompletableFuture<CommandAnswer> notAcknowledged) {
    assertThat(notAcknowledged).succeedsWithin(PATIENCE).isInstanceOf(Accepted.class);
    assertThat(core.health()).isEqualTo(Health.HEALTHY);
    new Engineer(core).create("one-task");
  }

  private static long segments(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).count();
    }
  }

  private static long deployAndCreate(Engineer engineer) {
    engineer.deploy(Engineer.oneTask("work"));
    engineer.deploy(Engineer.timerThenTask("PT2H", "late"));
    engineer.create("timer-then-task");
    return engineer.create("one-task");
  }

  private static <T> T runningOn(Path folder, Function<Engineer, T> work) {
    try (var core = new EngineCore(new FileJournal(folder))) {
      core.start();
      return work.apply(new Engineer(core));
    }
  }
}
