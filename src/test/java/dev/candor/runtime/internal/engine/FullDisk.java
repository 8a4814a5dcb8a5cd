package dev.candor.runtime.internal.engine;

import static org.awaitility.Awaitility.await;

import dev.candor.runtime.internal.RuntimeCore.Health;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.command.CommandFailure;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.request.Values;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A process of its own on a disk that becomes full: it starts instances until that is refused, says
 * so, waits for a line, goes on when there is space, and looks for every instance after a restart.
 */
final class FullDisk {

  private static final Keeping KEEPING = new Keeping(Duration.ofDays(30), 1 << 20);
  private static final String WORDS = "x".repeat(20_000);

  private final Path folder;
  private final Set<Long> acknowledged = new HashSet<>();

  private FullDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments the folder of the log, a file that takes space until there is to be some, and
   *     its size
   */
  public static void main(String[] arguments) throws IOException {
    Path ballast = Path.of(arguments[1]);
    Files.write(ballast, new byte[Integer.parseInt(arguments[2])]);
    try {
      new FullDisk(Path.of(arguments[0])).fill(ballast);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    } finally {
      // Whatever became of it: the threads of an engine would keep the process alive.
      Runtime.getRuntime().halt(0);
    }
  }

  private void fill(Path ballast) throws IOException {
    try (var core = open()) {
      var engineer = new Engineer(core);
      engineer.deploy(Engineer.oneTask("work"));
      CompletableFuture<CommandAnswer> last = create(core);
      while (core.health() == Health.HEALTHY) {
        CompletableFuture<CommandAnswer> sent = last;
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> sent.isDone() || core.health() != Health.HEALTHY);
        if (sent.isDone()) {
          acknowledge(sent);
          last = create(core);
        }
      }
      System.out.println("refused: " + refusal(core));
      System.in.read();
      Files.delete(ballast);
      await().atMost(Duration.ofSeconds(60)).until(() -> core.health() == Health.HEALTHY);
      acknowledge(last);
      acknowledge(create(core));
      System.out.println("went on");
    }
    try (var core = open()) {
      core.whenIdle().join();
      core.projections()
          .processInstances
          .table()
          .rows()
          .forEach(row -> acknowledged.remove(row.processInstanceKey().value()));
      System.out.println("missing: " + acknowledged);
    }
  }

  private EngineCore open() {
    var core = new EngineCore(new FileJournal(folder, KEEPING.segmentBytes()), KEEPING);
    core.start();
    return core;
  }

  private static CompletableFuture<CommandAnswer> create(EngineCore core) {
    var creation =
        new ProcessInstanceCreationRecord()
            .setBpmnProcessId("one-task")
            .setVariables(Values.variables(Map.of("words", WORDS)));
    return core.commands().send(new Command(ProcessInstanceCreationIntent.CREATE, creation));
  }

  private void acknowledge(CompletableFuture<CommandAnswer> answer) {
    acknowledged.add(
        ((Accepted) answer.join())
            .value(ProcessInstanceCreationRecord.class)
            .getProcessInstanceKey());
  }

  private static String refusal(EngineCore core) {
    try {
      return "not: " + create(core).join();
    } catch (CompletionException e) {
      return e.getCause() instanceof CommandFailure failure
          ? failure.kind() + " " + failure.getMessage()
          : e.toString();
    }
  }
}
