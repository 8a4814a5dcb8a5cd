package dev.candor.runtime.internal.engine;

import dev.candor.runtime.internal.log.FileJournal;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A process of its own, made to be killed: it starts instances from several threads as fast as it
 * can, and prints the key of each, with a full stop, when it is acknowledged.
 */
final class BusyEngine {

  private static final int CALLERS = 8;

  private BusyEngine() {}

  /**
   * @param arguments the folder of its log
   */
  public static void main(String[] arguments) {
    var core = new EngineCore(new FileJournal(Path.of(arguments[0])));
    core.start();
    var engineer = new Engineer(core);
    engineer.deploy(Engineer.oneTask("work"));
    engineer.deploy(Engineer.timerThenTask("PT2H", "late"));
    engineer.create("timer-then-task");
    IntStream.range(0, CALLERS)
        .forEach(caller -> Thread.ofPlatform().start(() -> createForEver(engineer)));
  }

  private static void createForEver(Engineer engineer) {
    while (true) {
      System.out.println(engineer.create("one-task") + ".");
    }
  }
}
