package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.RuntimeClock;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.projection.ProcessInstanceRow;
import dev.candor.runtime.internal.query.Key;
import dev.candor.support.BesideOthers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Snapshots: what a start from one knows, what goes when it is taken, and what damage does. */
@BesideOthers
class SnapshotTests {

  /** Small, so that some instances make several of both. */
  private static final int SEGMENT_BYTES = 32 << 10;

  private static final Instant MONDAY = Instant.parse("2031-05-05T09:00:00Z");

  private static final Keeping OFTEN = new Keeping(Duration.ofDays(30), 64 << 10);

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("runtime");
  }

  @Test
  void shouldGoOnFromASnapshotAsIfTheLogWereWhole() throws IOException {
    // given
    List<ProcessInstanceRow> before =
        running(
            engineer -> {
              engineer.deploy(Engineer.oneTask("work"));
              engineer.deploy(Engineer.timerThenTask("PT2H", "late"));
              engineer.create("timer-then-task");
              createUntilSnapshots(engineer, 3);
              engineer.activate("work").subList(0, 10).forEach(engineer::complete);
              return instances(engineer);
            });
    assertThat(segments().getFirst()).as("the log's beginning is gone").isNotEqualTo(segment(1));

    // when
    running(
        engineer -> {
          // then
          assertThat(instances(engineer)).isEqualTo(before);
          assertThat(engineer.core().projections().processDefinitions.table().rows())
              .extracting(row -> row.model().xml())
              .hasSize(2)
              .allMatch(xml -> xml.contains("bpmn"));
          long last = before.getLast().processInstanceKey().value();
          assertThat(engineer.create("one-task")).isGreaterThan(last);
          engineer.core().clock().advance(Duration.ofHours(2));
          assertThat(engineer.activate("late")).hasSize(1);
          assertThat(engineer.activate("work")).hasSize(before.size() - 10);
          return null;
        });
  }

  @Test
  void shouldKnowATimerFromBeforeTheSnapshotAndRepeatNoKey() throws IOException {
    // given
    Instant due =
        running(
            engineer -> {
              engineer.core().clock().pin(MONDAY);
              engineer.deploy(Engineer.oneTask("work"));
              engineer.deploy(Engineer.timerThenTask("PT2H", "late"));
              engineer.create("timer-then-task");
              createUntilSnapshots(engineer, 3);
              return MONDAY.plus(Duration.ofHours(2));
            });
    assertThat(segments().getFirst())
        .as("only the snapshot knows the timer")
        .isNotEqualTo(segment(1));
    Set<Long> keys = new HashSet<>(running(SnapshotTests::allKeys));

    // when
    running(
        engineer -> {
          RuntimeClock clock = engineer.core().clock();
          clock.pin(MONDAY.plusSeconds(60));

          // then
          assertThat(clock.advanceToNextTimer()).hasValue(due).hasValue(clock.instant());
          assertThat(engineer.activate("late")).hasSize(1);
          assertThat(clock.advanceToNextTimer()).isEmpty();
          for (int i = 0; i < 20; i++) {
            engineer.create("one-task");
          }
          List<Long> after = allKeys(engineer);
          assertThat(after).doesNotHaveDuplicates().containsAll(keys);
          assertThat(after.stream().filter(key -> !keys.contains(key)))
              .hasSizeGreaterThan(40)
              .allMatch(key -> key > Collections.max(keys));
          return null;
        });
  }

  @Test
  void shouldKeepTheSnapshotBeforeTheNewest() throws IOException {
    fill();

    assertThat(snapshots()).hasSize(2);
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void shouldTakeNoneWhenNothingIsNew() throws IOException {
    fill();
    List<Path> taken = snapshots();

    running(engineer -> null);

    assertThat(snapshots()).isEqualTo(taken);
  }

  @Test
  void shouldStartFromTheOneBeforeWhenTheNewestIsDamaged() throws IOException {
    List<ProcessInstanceRow> before = fill();
    Path damaged = snapshots().getLast();
    flip(damaged.resolve("query.msgpack"), 100);

    running(
        engineer -> {
          assertThat(instances(engineer)).isEqualTo(before);
          assertThat(engineer.activate("work")).hasSize(before.size());
          createUntilSnapshots(engineer, 1);
          return null;
        });

    assertThat(snapshots()).hasSize(2).doesNotContain(damaged);
    running(engineer -> assertThat(instances(engineer)).hasSizeGreaterThan(before.size()));
  }

  @Test
  void shouldReplayAWholeLogWithoutSnapshots() throws IOException {
    List<ProcessInstanceRow> before =
        running(
            engineer -> {
              engineer.deploy(Engineer.oneTask("work"));
              engineer.create("one-task");
              return instances(engineer);
            });
    FileSystemUtils.deleteRecursively(folder.resolve("snapshots"));

    running(engineer -> assertThat(instances(engineer)).isEqualTo(before));
  }

  @Test
  void shouldForgetSnapshotsInAPurge() throws IOException {
    fill();

    running(engineer -> engineer.core().purge());

    List<ProcessInstanceRow> after = running(SnapshotTests::instances);
    assertThat(after).isEmpty();
    assertThat(segments().getFirst()).isEqualTo(segment(1));
  }

  @Test
  void shouldFinishAPurgeThatAKillInterrupted() throws IOException {
    fill();
    Files.delete(segments().getFirst());
    Files.createFile(folder.resolve("erasing"));

    List<ProcessInstanceRow> after = running(SnapshotTests::instances);
    assertThat(after).isEmpty();
  }

  @Test
  void shouldRemoveWhatAKillLeftUnfinished() throws IOException {
    List<ProcessInstanceRow> before = fill();
    Files.createDirectories(folder.resolve("snapshots/next.new/engine"));
    Files.createDirectories(folder.resolve("snapshots/%020d.old/engine".formatted(7)));

    running(engineer -> assertThat(instances(engineer)).isEqualTo(before));

    assertThat(snapshots()).hasSize(2);
  }

  /** The instances of a log whose beginning is gone. */
  private List<ProcessInstanceRow> fill() {
    return running(
        engineer -> {
          engineer.deploy(Engineer.oneTask("work"));
          createUntilSnapshots(engineer, 3);
          return instances(engineer);
        });
  }

  /** As many instances as it takes. */
  private static void createUntilSnapshots(Engineer engineer, int wanted) {
    long before = snapshotsTaken(engineer);
    while (snapshotsTaken(engineer) < before + wanted) {
      engineer.create("one-task");
    }
  }

  private static long snapshotsTaken(Engineer engineer) {
    return engineer.core().meters().timer("candor.runtime.snapshot").count();
  }

  /** Of whatever the engine gave a key that is searched. */
  private static List<Long> allKeys(Engineer engineer) {
    engineer.core().whenIdle().join();
    var read = engineer.core().projections();
    return Stream.of(
            read.processDefinitions.table().rows().map(row -> row.processDefinitionKey()),
            read.processInstances.table().rows().map(row -> row.processInstanceKey()),
            read.elementInstances.table().rows().map(row -> row.elementInstanceKey()),
            read.jobs.table().rows().map(row -> row.jobKey()))
        .flatMap(keys -> keys)
        .map(Key::value)
        .toList();
  }

  private static List<ProcessInstanceRow> instances(Engineer engineer) {
    engineer.core().whenIdle().join();
    return engineer.core().projections().processInstances.table().rows().toList();
  }

  private <T> T running(Function<Engineer, T> work) {
    try (var core = new EngineCore(new FileJournal(folder, SEGMENT_BYTES), OFTEN)) {
      core.start();
      return work.apply(new Engineer(core));
    }
  }

  private Path segment(int number) {
    return folder.resolve("%020d.log".formatted(number));
  }

  private List<Path> segments() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private List<Path> snapshots() throws IOException {
    try (var files = Files.list(folder.resolve("snapshots"))) {
      return files.sorted().toList();
    }
  }

  private static void flip(Path file, long offset) throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(offset);
      int old = bytes.read();
      bytes.seek(offset);
      bytes.write(old ^ 0x55);
    }
  }
}
