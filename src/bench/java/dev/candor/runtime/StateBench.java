package dev.candor.runtime;

import static dev.candor.bench.Figures.decimal;

import dev.candor.bench.ChildJvm;
import dev.candor.bench.Report;
import dev.candor.runtime.StateLoad.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What many instances cost: heap, snapshots, a start, and a page of their tasks. {@code
 * -Dcandor.bench.instances} says how many there are in the largest of three runs.
 */
class StateBench {

  @TempDir private Path temporary;

  @Test
  void measureManyInstances() throws Exception {
    int most = Integer.getInteger("candor.bench.instances", 100_000);
    var report = new Report("Up to %,d finished and %,d open instances".formatted(most, most / 10));
    List<Seen> seen = new ArrayList<>();
    for (int part : List.of(5, 1)) {
      Path folder = Files.createTempDirectory(temporary, "log");
      seen.add(
          ChildJvm.run(
              StateLoad.class, Seen.class, folder.toString(), Integer.toString(most / part)));
    }
    report
        .say(
            """
            start → service task → user task → end, one variable of 100 bytes; nine tenths and one tenth more of each run's instances are finished and open at
            their user task, which has one of ten candidate groups. Durable, by commands in process, each run in a JVM of its own. Heap is what is
            used after a full collection. A page is 50 tasks, p50 / p99 of 200; the cursor's page is the last tenth of the tasks.""")
        .table(
            Stream.concat(
                    Stream.of("What"),
                    seen.stream().map(one -> "%,d + %,d".formatted(one.finished(), one.open())))
                .toList(),
            List.of(
                row("heap, MB", seen, one -> decimal(one.heapMegabytes())),
                row(
                    "heap per instance, KB",
                    seen,
                    one ->
                        decimal(
                            (one.heapMegabytes() - one.emptyMegabytes())
                                * 1024
                                / (one.finished() + one.open()))),
                row("snapshots taken", seen, one -> Long.toString(one.snapshots())),
                row("the longest snapshot, ms", seen, one -> decimal(one.snapshotMillis())),
                row(
                    "create, p50 / p99 / most ms",
                    seen,
                    one ->
                        "%s / %s / %s"
                            .formatted(
                                decimal(one.createP50()),
                                decimal(one.createP99()),
                                decimal(one.createMost()))),
                row("closing with a snapshot, ms", seen, one -> decimal(one.closeMillis())),
                row("starting from it, ms", seen, one -> decimal(one.startMillis())),
                row("page of open tasks by date, ms", seen, one -> one.byDate()),
                row("page of one group's, ms", seen, one -> one.ofGroup()),
                row("page at a deep cursor, ms", seen, one -> one.deep())))
        .write();
  }

  private static List<String> row(String what, List<Seen> seen, Function<Seen, String> show) {
    return Stream.concat(Stream.of(what), seen.stream().map(show)).toList();
  }
}
