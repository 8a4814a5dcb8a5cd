package dev.candor.runtime;

import static dev.candor.bench.Figures.decimal;

import dev.candor.bench.ChildJvm;
import dev.candor.bench.Report;
import dev.candor.runtime.EngineLoad.Seen;
import dev.candor.runtime.EngineLoad.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many instances of a small process go through the runtime, by each of its doors. */
class EngineBench {

  @TempDir private Path temporary;

  @Test
  void measureThreeTasks() throws Exception {
    Report report = new Report("Three service tasks, 200 instances in flight");
    Map<Way, Seen> durable = new EnumMap<>(Way.class);
    Map<Way, Seen> inMemory = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      Path folder = Files.createTempDirectory(temporary, "log");
      durable.put(way, ChildJvm.run(EngineLoad.class, Seen.class, way.name(), folder.toString()));
      inMemory.put(way, ChildJvm.run(EngineLoad.class, Seen.class, way.name()));
    }

    List<List<String>> rows = new ArrayList<>();
    for (Way way : Way.values()) {
      rows.add(row(way, "durable", durable.get(way)));
      rows.add(row(way, "in memory", inMemory.get(way)));
    }
    double grpc = durable.get(Way.GRPC).hotPerSecond();
    report
        .say(
            """
            start → 3 service tasks → end, one variable of 100 bytes. Each line is a JVM of its own that holds the runtime, the client
            and its three workers: they share the machine's cores. %d instances to warm up, then %,d "cold" and the next %,d "hot" in a
            closed loop of %d; then %d one at a time (p50). An instance takes from the call that creates it to the acknowledgement of its last job's completion. Durable
            means that an fsync comes before each answer and each job. Both doors are open and the projection runs in every line. The client has its defaults; its workers have
            maxJobsActive %d, and streams over gRPC (stream-enabled). Over REST a worker whose poll was just answered waits for its poll interval, 100 ms by default: an instance alone takes that long."""
                .formatted(
                    EngineLoad.WARM_UP,
                    EngineLoad.MEASURED,
                    EngineLoad.MEASURED,
                    EngineLoad.UNDER_WAY,
                    EngineLoad.ALONE,
                    ByClient.MOST_JOBS))
        .table(
            List.of(
                "By",
                "Log",
                "cold /s",
                "p50 / p99 ms",
                "hot /s",
                "p50 / p99 ms",
                "one at a time ms",
                "flushes per instance"),
            rows)
        .say("Processor time of a hot instance in ms, by whose threads used it:")
        .table(processorHead(durable), processorRows(durable, inMemory))
        .table(
            List.of("Ratio within this run, hot", "Seen", "Goal"),
            List.of(
                List.of(
                    "REST to gRPC, durable",
                    decimal(durable.get(Way.REST).hotPerSecond() / grpc),
                    "0.6"),
                ratio(Way.COMMANDS, durable, inMemory),
                ratio(Way.GRPC, durable, inMemory),
                ratio(Way.REST, durable, inMemory)))
        .say(
            """
            Others on the same work, measured earlier on a machine of this kind and not in this run (hot): Zeebe 8.6.0, gRPC streaming client in
            its own JVM, 171/s, p99 7,069 ms, 7.6 ms one at a time; Flowable 8.0.0 embedded on PostgreSQL 160/s, 1,726 ms, 9.3 ms; Camunda 7.24
            embedded on PostgreSQL 201/s, 1,504 ms, 9.7 ms. Goal for gRPC, durable, hot: 250/s, p99 under 1,500 ms, one at a time under 5 ms.""")
        .write();
  }

  private static List<String> processorHead(Map<Way, Seen> seen) {
    List<String> head = new ArrayList<>(List.of("By", "Log", "all"));
    head.addAll(seen.get(Way.COMMANDS).processorMillis().keySet());
    return head;
  }

  private static List<List<String>> processorRows(Map<Way, Seen> durable, Map<Way, Seen> inMemory) {
    List<List<String>> rows = new ArrayList<>();
    for (Way way : Way.values()) {
      rows.add(processorRow(way, "durable", durable.get(way)));
      rows.add(processorRow(way, "in memory", inMemory.get(way)));
    }
    return rows;
  }

  private static List<String> processorRow(Way way, String log, Seen seen) {
    var millis = seen.processorMillis().values();
    List<String> row = new ArrayList<>(List.of(name(way), log));
    row.add(decimal(millis.stream().mapToDouble(each -> each).sum()));
    millis.forEach(each -> row.add(decimal(each)));
    return row;
  }

  private static List<String> ratio(Way way, Map<Way, Seen> durable, Map<Way, Seen> inMemory) {
    return List.of(
        "durable to in memory, " + name(way),
        decimal(durable.get(way).hotPerSecond() / inMemory.get(way).hotPerSecond()),
        "0.8");
  }

  private static List<String> row(Way way, String log, Seen seen) {
    return List.of(
        name(way),
        log,
        decimal(seen.coldPerSecond()),
        decimal(seen.coldP50()) + " / " + decimal(seen.coldP99()),
        decimal(seen.hotPerSecond()),
        decimal(seen.hotP50()) + " / " + decimal(seen.hotP99()),
        decimal(seen.aloneMillis()),
        decimal(seen.flushes()));
  }

  private static String name(Way way) {
    return switch (way) {
      case COMMANDS -> "commands in process";
      case GRPC -> "client, gRPC, streams";
      case REST -> "client, REST, polls";
      case EAGER_REST -> "the same, asking again after 5 ms";
    };
  }
}
