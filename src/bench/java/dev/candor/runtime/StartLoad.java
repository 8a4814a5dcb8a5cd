package dev.candor.runtime;

import dev.candor.bench.ChildJvm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One run of {@link StartBench}, in a JVM of its own. */
final class StartLoad {

  static final int MORE = 5;
  static final int PURGES = 7;
  static final int INSTANCES = 100;

  private StartLoad() {}

  /** What a run saw: milliseconds, and megabytes for each further runtime. */
  record Seen(
      double deployed, double second, double heapMegabytes, double memoryMegabytes, double purge) {}

  /**
   * @param arguments the folder if it is to be durable
   */
  public static void main(String[] arguments) throws IOException {
    List<CamundaRuntime> open = new ArrayList<>();
    try {
      open.add(start(arguments, 0));
      double deployed = deployed(open.getFirst());
      double heap = heap();
      double memory = memory();
      double second = 0;
      for (int i = 1; i <= MORE; i++) {
        long began = System.nanoTime();
        open.add(start(arguments, i));
        second = i == 1 ? millisSince(began) : second;
      }
      ChildJvm.saw(
          new Seen(
              deployed,
              second,
              (heap() - heap) / MORE,
              (memory() - memory) / MORE,
              purge(open.getFirst())));
    } finally {
      open.forEach(CamundaRuntime::close);
    }
  }

  private static CamundaRuntime start(String[] arguments, int number) {
    var builder = CamundaRuntime.builder().restPort(0).grpcPort(0).managementPort(0);
    if (arguments.length > 0) {
      builder.folder(Path.of(arguments[0]).resolve("runtime-" + number));
    }
    return builder.start();
  }

  private static double deployed(CamundaRuntime runtime) {
    try (var client = RuntimeForTests.grpcClient(runtime)) {
      client
          .newDeployResourceCommand()
          .addProcessModel(ThreeTasks.model(), ThreeTasks.PROCESS + ".bpmn")
          .send()
          .join();
      return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }
  }

  private static double purge(CamundaRuntime runtime) {
    double[] millis = new double[PURGES];
    for (int i = 0; i < PURGES; i++) {
      try (var load = new ByCommands(runtime)) {
        load.deploy();
        for (int instance = 0; instance < INSTANCES; instance++) {
          load.create().join();
        }
      }
      long began = System.nanoTime();
      runtime.core().purge();
      millis[i] = millisSince(began);
    }
    Arrays.sort(millis);
    return millis[PURGES / 2];
  }

  private static double millisSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e6;
  }

  private static double heap() {
    System.gc();
    System.gc();
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1048576.0;
  }

  /** What the kernel has given to this process. */
  private static double memory() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
              .findFirst()
              .orElse(Double.NaN)
          / 1024;
    }
  }
}
