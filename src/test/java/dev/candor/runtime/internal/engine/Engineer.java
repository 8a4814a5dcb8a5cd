package dev.candor.runtime.internal.engine;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.msgpack.value.DocumentValue;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/** Somebody who uses an engine by nothing but its commands. */
public record Engineer(RuntimeCore core) {

  /** One service task of this job type. */
  public static BpmnModelInstance oneTask(String jobType) {
    return Bpmn.createExecutableProcess("one-task")
        .startEvent()
        .serviceTask("task", task -> task.zeebeJobType(jobType))
        .endEvent()
        .done();
  }

  /** A timer, then a service task of this job type. */
  public static BpmnModelInstance timerThenTask(String duration, String jobType) {
    return Bpmn.createExecutableProcess("timer-then-task")
        .startEvent()
        .intermediateCatchEvent("timer", event -> event.timerWithDuration(duration))
        .serviceTask("task", task -> task.zeebeJobType(jobType))
        .endEvent()
        .done();
  }

  public Accepted deploy(BpmnModelInstance model) {
    return accepted(deployment(model));
  }

  /** What deploys the model. */
  public static Command deployment(BpmnModelInstance model) {
    var deployment = new DeploymentRecord();
    deployment
        .resources()
        .add()
        .setResourceName("test.bpmn")
        .setResource(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
    return new Command(DeploymentIntent.CREATE, deployment);
  }

  /** The key of a new instance of the process. */
  public long create(String processId) {
    return create(processId, DocumentValue.EMPTY_DOCUMENT);
  }

  /**
   * The key of a new instance of the process.
   *
   * @param variables as MessagePack
   */
  public long create(String processId, DirectBuffer variables) {
    var creation =
        new ProcessInstanceCreationRecord().setBpmnProcessId(processId).setVariables(variables);
    return accepted(new Command(ProcessInstanceCreationIntent.CREATE, creation))
        .value(ProcessInstanceCreationRecord.class)
        .getProcessInstanceKey();
  }

  /** Is answered when the instance is at its end. */
  public Command createAndAwaitResult(String processId) {
    return new Command(
        ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT,
        new ProcessInstanceCreationRecord().setBpmnProcessId(processId));
  }

  /** The keys of the jobs that were there to be taken. */
  public List<Long> activate(String jobType) {
    return batch(jobType).getJobKeys();
  }

  /** The process instances of the jobs that were there to be taken. */
  public List<Long> instancesOfJobs(String jobType) {
    return batch(jobType).getJobs().stream().map(JobRecordValue::getProcessInstanceKey).toList();
  }

  /** The variables of the jobs that were there to be taken. */
  public List<Map<String, Object>> variablesOfJobs(String jobType) {
    return batch(jobType).getJobs().stream().map(JobRecordValue::getVariables).toList();
  }

  private JobBatchRecord batch(String jobType) {
    var batch =
        new JobBatchRecord()
            .setType(jobType)
            .setWorker("engineer")
            .setTimeout(60_000)
            .setMaxJobsToActivate(10_000);
    batch.tenantIds().add().wrap(BufferUtil.wrapString("<default>"));
    return accepted(new Command(JobBatchIntent.ACTIVATE, batch)).value(JobBatchRecord.class);
  }

  public void complete(long jobKey) {
    accepted(new Command(JobIntent.COMPLETE, jobKey, new JobRecord()));
  }

  public Accepted accepted(Command command) {
    if (send(command) instanceof Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("refused: " + send(command));
  }

  public CommandAnswer send(Command command) {
    return core.commands().send(command).orTimeout(10, TimeUnit.SECONDS).join();
  }
}
