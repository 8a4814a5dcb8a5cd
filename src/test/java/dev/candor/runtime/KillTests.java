package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.engine.Engineer;
import dev.candor.runtime.internal.projection.ElementInstanceRow;
import dev.candor.runtime.internal.projection.LifeState;
import dev.candor.runtime.internal.projection.ProcessInstanceRow;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.projection.UserTaskRow;
import dev.candor.runtime.internal.query.Key;
import dev.candor.support.BesideOthers;
import dev.candor.support.QuickJava;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A busy runtime, killed at random points again and again, on one folder. As many times as {@value
 * #ROUNDS} says; {@code mvn -Pchaos verify} says a hundred.
 */
@BesideOthers
class KillTests {

  private static final String ROUNDS = "candor.chaos.rounds";
  private static final String SEED = "candor.chaos.seed";
  private static final int MOST_ACKNOWLEDGED = 300;
  private static final int ROUNDS_BETWEEN_LOOKS = 10;
  private static final long NUMBERS_OF_A_ROUND = 1_000_000;

  /** What is made when it is acknowledged, and not before. */
  private static final Set<String> NEW = Set.of("instance", "later", "message");

  @TempDir private Path temporary;

  /** What was acknowledged, by kind; a kind's keys in their order. */
  private final Map<String, List<Long>> acknowledged = new TreeMap<>();

  /** The highest key that anybody was told or shown. */
  private long highest;

  private Path folder;

  @Test
  void shouldHaveEverythingItAcknowledgedWheneverItIsKilled() throws IOException {
    folder = temporary.resolve("runtime");
    int rounds = Integer.getInteger(ROUNDS, 5);
    long seed = Long.getLong(SEED, System.nanoTime());
    var random = new Random(seed);

    for (int round = 1; round <= rounds; round++) {
      String place = "round %d of seed %d".formatted(round, seed);
      killAfter(1 + random.nextInt(MOST_ACKNOWLEDGED), round * NUMBERS_OF_A_ROUND, place);
      if (round % ROUNDS_BETWEEN_LOOKS == 0 || round == rounds) {
        look(place, round == rounds);
      }
    }
  }

  /** Kills it in the middle of more, and notes what it had acknowledged until then. */
  private void killAfter(int enough, long firstNumber, String place) throws IOException {
    Path errors = temporary.resolve("busy.err");
    var process =
        new ProcessBuilder(
                QuickJava.command(
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BusyRuntime.class.getName(),
                    folder.toString(),
                    Long.toString(firstNumber)))
            .redirectError(Redirect.to(errors.toFile()))
            .start();
    long highestBefore = highest;
    int seen = 0;
    try (var output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        if (line.matches("(instance|later|message|job|task) [0-9]+[.]")) {
          String[] words = line.substring(0, line.length() - 1).split(" ");
          long key = Long.parseLong(words[1]);
          acknowledged.computeIfAbsent(words[0], any -> new ArrayList<>()).add(key);
          if (NEW.contains(words[0])) {
            assertThat(key)
                .as("%s: a new key of the %s", place, words[0])
                .isGreaterThan(highestBefore);
          }
          highest = Math.max(highest, key);
          seen++;
        }
        if (seen == enough) {
          // By its handle: the process itself would close what it printed before it was read.
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(seen).as("%s: %s", place, Files.readString(errors)).isGreaterThanOrEqualTo(enough);
  }

  private void look(String place, boolean last) {
    try (var runtime =
        CamundaRuntime.builder().folder(folder).snapshotAfter(BusyRuntime.SNAPSHOT_AFTER).start()) {
      RuntimeCore core = runtime.core();
      core.whenIdle().join();
      everythingIsThere(core.projections(), place);
      noKeyComesAgain(core, place);
      if (last) {
        finish(new Engineer(core));
        nothingHappenedTwice(core.projections(), place);
      }
    }
  }

  private void everythingIsThere(Projections read, String place) {
    acknowledged.forEach(
        (kind, keys) -> assertThat(keys).as("%s: %s", place, kind).doesNotHaveDuplicates());
    assertThat(read.processInstances.table().rows().map(row -> row.processInstanceKey().value()))
        .as("%s: instances", place)
        .containsAll(keys("instance"));
    assertThat(
            read.processInstances
                .table()
                .rows()
                .filter(row -> row.processDefinitionId().equals(BusyRuntime.LATER))
                .filter(row -> row.state() == LifeState.ACTIVE)
                .map(row -> row.processInstanceKey().value()))
        .as("%s: instances whose timer is not yet due", place)
        .containsAll(keys("later"));
    assertThat(
            read.jobs
                .table()
                .rows()
                .filter(job -> job.state().equals("COMPLETED"))
                .map(job -> job.jobKey().value()))
        .as("%s: completed jobs", place)
        .containsAll(keys("job"));
    assertThat(
            read.userTasks
                .table()
                .rows()
                .filter(task -> task.state() == UserTaskRow.State.COMPLETED)
                .map(task -> task.userTaskKey().value()))
        .as("%s: completed tasks", place)
        .containsAll(keys("task"));
  }

  /** Neither one that was told nor one that was only kept. */
  private void noKeyComesAgain(RuntimeCore core, String place) {
    Projections read = core.projections();
    highest =
        Stream.of(
                read.processInstances.table().rows().map(row -> row.processInstanceKey()),
                read.elementInstances.table().rows().map(row -> row.elementInstanceKey()),
                read.variables.table().rows().map(row -> row.variableKey()),
                read.jobs.table().rows().map(row -> row.jobKey()),
                read.userTasks.table().rows().map(row -> row.userTaskKey()))
            .flatMap(keys -> keys)
            .mapToLong(Key::value)
            .reduce(highest, Math::max);
    long next = new Engineer(core).create(BusyRuntime.LATER);
    assertThat(next).as("%s: the next key", place).isGreaterThan(highest);
    acknowledged.computeIfAbsent("later", any -> new ArrayList<>()).add(next);
    highest = next;
  }

  /** Does what is left to do: then every instance whose message was acknowledged must end. */
  private static void finish(Engineer engineer) {
    RuntimeCore core = engineer.core();
    // Jobs that were under way with a process that is gone come again.
    core.clock().advance(Duration.ofMinutes(1));
    for (String type : List.of("pushed", "polled")) {
      for (var jobs = engineer.activate(type); !jobs.isEmpty(); jobs = engineer.activate(type)) {
        jobs.forEach(engineer::complete);
      }
    }
    core.clock().advance(Duration.ofHours(2));
    core.projections()
        .userTasks
        .table()
        .where("state", "CREATED")
        .toList()
        .forEach(
            task ->
                engineer.accepted(
                    new Command(
                        UserTaskIntent.COMPLETE,
                        task.userTaskKey().value(),
                        new UserTaskRecord())));
    core.whenIdle().join();
  }

  private void nothingHappenedTwice(Projections read, String place) {
    List<ProcessInstanceRow> instances = read.processInstances.table().rows().toList();
    Set<Long> messages = new HashSet<>();
    read.correlatedMessages.table().rows().forEach(row -> messages.add(row.messageKey().value()));
    assertThat(messages).as("%s: correlated messages", place).containsAll(keys("message"));
    assertThat(read.variables.table().rows().map(row -> row.name() + row.value()))
        .as("%s: an instance of each number", place)
        .doesNotHaveDuplicates();
    for (ProcessInstanceRow instance : instances) {
      List<ElementInstanceRow> elements =
          read.elementInstances
              .table()
              .where("processInstanceKey", instance.processInstanceKey())
              .toList();
      assertThat(elements)
          .as("%s: %s", place, instance)
          .extracting(ElementInstanceRow::elementId)
          .doesNotHaveDuplicates();
      assertThat(elements)
          .as("%s: the timer of %s fired", place, instance)
          .anyMatch(
              element ->
                  element.elementId().equals("timer") && element.state() == LifeState.COMPLETED);
      assertThat(instance.state() == LifeState.COMPLETED || isWaiting(elements))
          .as("%s: %s ended, or no message was acknowledged: %s", place, instance, elements)
          .isTrue();
    }
    assertThat(instances.stream().filter(one -> one.state() == LifeState.COMPLETED).count())
        .as("%s: ended instances", place)
        .isGreaterThanOrEqualTo(keys("message").size() + keys("later").size());
  }

  /** Killed between the instance and its message. */
  private static boolean isWaiting(List<ElementInstanceRow> elements) {
    return elements.stream()
        .anyMatch(
            element ->
                element.elementId().equals("message") && element.state() == LifeState.ACTIVE);
  }

  private List<Long> keys(String kind) {
    return acknowledged.getOrDefault(kind, List.of());
  }
}
