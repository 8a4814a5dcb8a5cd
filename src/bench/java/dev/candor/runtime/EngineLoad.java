package dev.candor.runtime;

import dev.candor.bench.ChildJvm;
import dev.candor.bench.ClosedLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.RecordingStream;

/** A JVM that is loaded: runtime, client and workers in one. */
final class EngineLoad {

  static final int UNDER_WAY = 200;
  static final int WARM_UP = 500;
  static final int MEASURED = 3_000;
  static final int ALONE = 300;

  private EngineLoad() {}

  /** By which way instances and jobs come and go. */
  enum Way {
    COMMANDS,
    GRPC,
    REST
  }

  /**
   * What was seen.
   *
   * @param aloneMillis how long one instance takes while there is no other, p50
   * @param flushes per instance, of the hot ones
   */
  record Seen(
      double coldPerSecond,
      double coldP50,
      double coldP99,
      double hotPerSecond,
      double hotP50,
      double hotP99,
      double aloneMillis,
      double flushes) {}

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
        ThreeTasks load =
            way == Way.COMMANDS
                ? new ByCommands(runtime)
                : new ByClient(runtime, way == Way.REST)) {
      load.prepare();
      ChildJvm.saw(measure(load));
    }
  }

  private static Seen measure(ThreeTasks load) throws InterruptedException {
    ClosedLoop.run(WARM_UP, UNDER_WAY, load::start);
    var cold = ClosedLoop.run(MEASURED, UNDER_WAY, load::start);
    LongAdder flushes = new LongAdder();
    ClosedLoop.Seen hot;
    try (var events = new RecordingStream()) {
      events.enable("jdk.FileForce").withThreshold(Duration.ZERO);
      events.onEvent("jdk.FileForce", event -> flushes.increment());
      events.startAsync();
      hot = ClosedLoop.run(MEASURED, UNDER_WAY, load::start);
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
        flushes.doubleValue() / MEASURED);
  }
}
