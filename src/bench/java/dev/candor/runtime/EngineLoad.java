package dev.candor.runtime;

import dev.candor.bench.ChildJvm;
import dev.candor.bench.ClosedLoop;
import dev.candor.bench.ProcessorTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.RecordingStream;

/** A JVM that is loaded: runtime, client and workers in one. */
final class EngineLoad {

  static final int UNDER_WAY = 200;
  static final int WARM_UP = 500;
  static final int MEASURED = 3_000;
  static final int ALONE = 300;

  /** Of the official client. */
  private static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(100);

  private static final Duration SHORT_POLL_INTERVAL = Duration.ofMillis(5);

  private EngineLoad() {}

  /** By which way instances and jobs come and go. */
  enum Way {
    COMMANDS,
    GRPC,
    REST,
    /** REST with workers that ask again sooner than by their default. */
    EAGER_REST
  }

  /**
   * What was seen.
   *
   * @param aloneMillis how long one instance takes while there is no other, p50
   * @param flushes per instance, of the hot ones
   * @param processorMillis per hot instance, by who used them
   */
  record Seen(
      double coldPerSecond,
      double coldP50,
      double coldP99,
      double hotPerSecond,
      double hotP50,
      double hotP99,
      double aloneMillis,
      double flushes,
      Map<String, Double> processorMillis) {}

  /** Who works in this JVM, by the names of their threads. */
  private static SequencedMap<String, String> workers() {
    SequencedMap<String, String> workers = new LinkedHashMap<>();
    workers.put("zb-actors", "engine");
    workers.put("zb-fs", "engine");
    workers.put("runtime-feed", "projection");
    workers.put("runtime-journal", "journal");
    workers.put("runtime-grpc", "doors");
    workers.put("vert.x", "doors");
    workers.put("ForkJoinPool-1", "virtual threads");
    workers.put("", "client, load");
    return workers;
  }

  /**
   * @param arguments the way, and the folder if it is to be durable
   */
  public static void main(String[] arguments) throws InterruptedException {
    Way way = Way.valueOf(arguments[0]);
    var builder = CamundaRuntime.builder().restPort(0).grpcPort(0);
    if (arguments.length > 1) {
      builder.folder(Path.of(arguments[1]));
    }
    try (CamundaRuntime runtime = builder.start();
        ThreeTasks load = load(way, runtime)) {
      load.prepare();
      ChildJvm.saw(measure(load));
    }
  }

  private static ThreeTasks load(Way way, CamundaRuntime runtime) {
    return switch (way) {
      case COMMANDS -> new ByCommands(runtime);
      case GRPC -> new ByClient(runtime, false, DEFAULT_POLL_INTERVAL);
      case REST -> new ByClient(runtime, true, DEFAULT_POLL_INTERVAL);
      case EAGER_REST -> new ByClient(runtime, true, SHORT_POLL_INTERVAL);
    };
  }

  private static Seen measure(ThreeTasks load) throws InterruptedException {
    ClosedLoop.run(WARM_UP, UNDER_WAY, load::start);
    var cold = ClosedLoop.run(MEASURED, UNDER_WAY, load::start);
    LongAdder flushes = new LongAdder();
    ClosedLoop.Seen hot;
    Map<String, Double> processorMillis;
    try (var events = new RecordingStream()) {
      events.enable("jdk.FileForce").withThreshold(Duration.ZERO);
      events.onEvent("jdk.FileForce", event -> flushes.increment());
      events.startAsync();
      var processor = ProcessorTime.begin(workers());
      hot = ClosedLoop.run(MEASURED, UNDER_WAY, load::start);
      processorMillis = processor.perPiece(MEASURED);
      events.stop();
    }
    var alone = ClosedLoop.run(ALONE, 1, load::start);
    return new Seen(
        cold.perSecond(),
        cold.millis(50),
        cold.millis(99),
        hot.perSecond(),
        hot.millis(50),
        hot.millis(99),
        alone.millis(50),
        flushes.doubleValue() / MEASURED,
        processorMillis);
  }
}
