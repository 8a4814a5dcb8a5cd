package dev.candor.runtime;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.engine.Engineer;
import dev.candor.runtime.internal.request.StreamWishes;
import dev.candor.runtime.internal.request.Values;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The engine's commands in this process, and its streams of jobs; no client, no network. */
final class ByCommands extends ThreeTasks {

  private static final long JOB_TIMEOUT_MILLIS = 300_000;

  private final RuntimeCore core;

  ByCommands(CamundaRuntime runtime) {
    core = runtime.core();
  }

  @Override
  void prepare() {
    deploy();
    for (String task : TASKS) {
      core.jobStreams()
          .open(
              task,
              StreamWishes.of("bench", List.of(), JOB_TIMEOUT_MILLIS, List.of()),
              (key, job) -> complete(task, key, job.getProcessInstanceKey()));
    }
  }

  /** Without the workers: instances wait at their first task. */
  void deploy() {
    new Engineer(core).deploy(model());
  }

  @Override
  CompletableFuture<Long> create() {
    var creation =
        new ProcessInstanceCreationRecord()
            .setBpmnProcessId(PROCESS)
            .setVariables(Values.variables(VARIABLES));
    return core.commands()
        .send(new Command(ProcessInstanceCreationIntent.CREATE, creation))
        .thenApply(
            answer ->
                accepted(answer)
                    .value(ProcessInstanceCreationRecord.class)
                    .getProcessInstanceKey());
  }

  private boolean complete(String task, long key, long instance) {
    core.commands()
        .send(new Command(JobIntent.COMPLETE, key, new JobRecord()))
        .thenApply(ByCommands::accepted)
        .whenComplete((answer, failure) -> completed(task, instance, failure));
    return true;
  }

  private static Accepted accepted(CommandAnswer answer) {
    if (answer instanceof Accepted accepted) {
      return accepted;
    }
    throw new IllegalStateException("refused: " + answer);
  }

  @Override
  public void close() {}
}
