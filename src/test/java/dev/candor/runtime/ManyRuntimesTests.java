package dev.candor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.candor.support.NothingBeside;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any number of runtimes in one JVM. */
@NothingBeside
class ManyRuntimesTests {

  private static final int LIVES = 10;
  private static final Instant NEW_YEAR = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void shouldLiveSideBySideEachInItsOwnTime() {
    List<CamundaRuntime> runtimes = start(4);
    try {
      // when
      for (int i = 0; i < runtimes.size(); i++) {
        runtimes.get(i).clock().pin(NEW_YEAR.plus(Duration.ofDays(i)));
        createInstances(runtimes.get(i), i);
      }

      // then
      for (int i = 0; i < runtimes.size(); i++) {
        CamundaRuntime runtime = runtimes.get(i);
        assertThat(runtime.clock().instant()).isEqualTo(NEW_YEAR.plus(Duration.ofDays(i)));
        assertThat(created(runtime)).as("counted by its own meters").isEqualTo(i);
        try (var client = runtime.client()) {
          assertThat(client.newProcessInstanceSearchRequest().send().join().items()).hasSize(i);
        }
      }
      assertThat(runtimes.getLast().clock().advanceToNextTimer())
          .hasValue(NEW_YEAR.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
      assertThat(runtimes.get(1).clock().instant())
          .as("the others' time stands")
          .isEqualTo(NEW_YEAR.plus(Duration.ofDays(1)));
    } finally {
      runtimes.forEach(CamundaRuntime::close);
    }
  }

  @Test
  void shouldLeaveNoThreadBehind() {
    // given
    use(start(1));
    Set<Thread> threads = threads();

    // when
    use(start(3));

    // then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(threads())
                    .filteredOn(Thread::isAlive)
                    .as("threads that were not there before")
                    .isSubsetOf(threads));
  }

  @Test
  void shouldLeaveNoFilesAndBuffersBehindHoweverOftenItIsStarted(@TempDir Path folder) {
    // given
    live(folder, 3);
    long files = openFiles();
    long buffers = directMegabytes();

    // when
    live(folder, LIVES);

    // then
    assertThat(openFiles() - files).as("further files").isLessThan(LIVES);
    assertThat(directMegabytes() - buffers).as("further megabytes").isLessThan(LIVES);
  }

  /** Starts it on a folder and in memory in turn, and closes it each time. */
  private static void live(Path folder, int times) {
    for (int i = 0; i < times; i++) {
      var builder = CamundaRuntime.builder().restPort(0).grpcPort(0).managementPort(0);
      if (i % 2 == 0) {
        builder.folder(folder);
      }
      try (var runtime = builder.start()) {
        createInstances(runtime, 1);
      }
    }
  }

  private static long openFiles() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getOpenFileDescriptorCount();
  }

  private static long directMegabytes() {
    System.gc();
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum()
        >> 20;
  }

  /** Uses every way in, then closes all. */
  private static void use(List<CamundaRuntime> runtimes) {
    for (CamundaRuntime runtime : runtimes) {
      createInstances(runtime, 1);
      try (var rest = RuntimeForTests.client(runtime);
          var grpc = RuntimeForTests.grpcClient(runtime)) {
        rest.newTopologyRequest().send().join();
        grpc.newTopologyRequest().send().join();
      }
      runtime.close();
    }
  }

  private static List<CamundaRuntime> start(int number) {
    return new ArrayList<>(
        IntStream.range(0, number).mapToObj(any -> RuntimeForTests.start()).toList());
  }

  private static void createInstances(CamundaRuntime runtime, int number) {
    try (CamundaClient client = runtime.client()) {
      client
          .newDeployResourceCommand()
          .addProcessModel(
              Bpmn.createExecutableProcess("waiting")
                  .startEvent()
                  .intermediateCatchEvent("hour", event -> event.timerWithDuration("PT1H"))
                  .endEvent()
                  .done(),
              "waiting.bpmn")
          .send()
          .join();
      for (int i = 0; i < number; i++) {
        client.newCreateInstanceCommand().bpmnProcessId("waiting").latestVersion().send().join();
      }
    }
  }

  private static double created(CamundaRuntime runtime) {
    return runtime
        .core()
        .meters()
        .find("zeebe.process.instance.creations.total")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  /** By name: of engines, logs, feeds and doors; other tests' clients come and go meanwhile. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(zb-|runtime-|vert\\.x-|vertx-).*"))
        .collect(Collectors.toSet());
  }
}
