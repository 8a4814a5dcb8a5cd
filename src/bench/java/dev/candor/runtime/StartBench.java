package dev.candor.runtime;

import static dev.candor.bench.Figures.decimal;

import dev.candor.bench.ChildJvm;
import dev.candor.bench.Report;
import dev.candor.runtime.StartLoad.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it takes to have a runtime, another one, and an empty one again. */
class StartBench {

  private static final int JVMS = 5;

  @TempDir private Path temporary;

  @Test
  void measureStarts() throws Exception {
    Report report = new Report("Start, a second runtime, purge");
    List<Seen> durable = new ArrayList<>();
    List<Seen> inMemory = new ArrayList<>();
    double[] plain = new double[JVMS];
    double[] extracted = new double[JVMS];
    double[] archived = new double[JVMS];
    JarStarts jar = new JarStarts(Files.createTempDirectory(temporary, "jar"));
    for (int i = 0; i < JVMS; i++) {
      Path folder = Files.createTempDirectory(temporary, "log");
      durable.add(ChildJvm.run(StartLoad.class, Seen.class, folder.toString()));
      inMemory.add(ChildJvm.run(StartLoad.class, Seen.class));
      plain[i] = jar.asItIs();
      extracted[i] = jar.extracted();
      archived[i] = jar.fromArchive();
    }
    report
        .say(
            """
            %d JVMs each, every runtime with its three doors: the median, and the worst in brackets. The first deployment is answered over gRPC by the official client, counted from the
            JVM's own start. The second runtime is the first of %d more in the same JVM that has its classes loaded; its heap is the mean of these %d after a full collection, its memory that of the
            process as the kernel counts it, RocksDB's included. A purge is the median of %d, with a process deployed and %d instances waiting."""
                .formatted(
                    JVMS, StartLoad.MORE, StartLoad.MORE, StartLoad.PURGES, StartLoad.INSTANCES))
        .table(
            List.of("What", "durable", "in memory", "Goal"),
            List.of(
                row(
                    "JVM start to first deployment, ms",
                    durable,
                    inMemory,
                    Seen::deployed,
                    "2,500"),
                row("a second runtime, ms", durable, inMemory, Seen::second, "300"),
                row("its heap, MB", durable, inMemory, Seen::heapMegabytes, "30"),
                row("its memory, MB", durable, inMemory, Seen::memoryMegabytes, "30"),
                row("purge, ms", durable, inMemory, Seen::purge, "150")))
        .say(
            """
            The packaged jar, `runtime --in-memory`, %d starts each: from the command to the first deployment answered over gRPC to a client in another process, in ms. Extracted: by
            `-Djarmode=tools`; with an archive of its classes: the same with `-XX:SharedArchiveFile`, made by one run before."""
                .formatted(JVMS))
        .table(
            List.of("java -jar candor.jar", "extracted", "with an archive", "Goal"),
            List.of(List.of(show(plain), show(extracted), show(archived), "2,500")))
        .write();
  }

  private static List<String> row(
      String what,
      List<Seen> durable,
      List<Seen> inMemory,
      ToDoubleFunction<Seen> figure,
      String goal) {
    return List.of(what, show(durable, figure), show(inMemory, figure), goal);
  }

  private static String show(List<Seen> seen, ToDoubleFunction<Seen> figure) {
    return show(seen.stream().mapToDouble(figure).toArray());
  }

  private static String show(double[] seen) {
    double[] sorted = Arrays.stream(seen).sorted().toArray();
    return "%s (%s)"
        .formatted(decimal(sorted[sorted.length / 2]), decimal(sorted[sorted.length - 1]));
  }
}
