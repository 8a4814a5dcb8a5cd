package dev.candor.runtime.internal.grpc;

import dev.candor.runtime.internal.request.ListenedTask;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob.ListenerEventType;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.UserTaskProperties;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.value.JobKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows activated jobs as gateway.proto has them. */
final class JobMessages {

  private JobMessages() {}

  static ActivateJobsResponse show(JobBatchRecord batch) {
    ActivateJobsResponse.Builder response = ActivateJobsResponse.newBuilder();
    for (int i = 0; i < batch.getJobKeys().size(); i++) {
      response.addJobs(show(batch.getJobKeys().get(i), (JobRecord) batch.getJobs().get(i)));
    }
    return response.build();
  }

  static ActivatedJob show(long key, JobRecord job) {
    ActivatedJob.Builder shown =
        ActivatedJob.newBuilder()
            .setKey(key)
            .setType(job.getType())
            .setWorker(job.getWorker())
            .setRetries(job.getRetries())
            .setDeadline(job.getDeadline())
            .setVariables(Documents.show(job.getVariablesBuffer()))
            .setCustomHeaders(Documents.show(job.getCustomHeadersBuffer()))
            .setBpmnProcessId(job.getBpmnProcessId())
            .setProcessDefinitionVersion(job.getProcessDefinitionVersion())
            .setProcessDefinitionKey(job.getProcessDefinitionKey())
            .setProcessInstanceKey(job.getProcessInstanceKey())
            .setElementId(job.getElementId())
            .setElementInstanceKey(job.getElementInstanceKey())
            .setKind(ActivatedJob.JobKind.valueOf(job.getJobKind().name()))
            .setListenerEventType(ListenerEventType.valueOf(job.getJobListenerEventType().name()))
            .setTenantId(job.getTenantId())
            .addAllTags(job.getTags());
    if (job.getJobKind() == JobKind.TASK_LISTENER) {
      shown.setUserTask(show(ListenedTask.of(job)));
    }
    return shown.build();
  }

  private static UserTaskProperties show(ListenedTask task) {
    UserTaskProperties.Builder shown =
        UserTaskProperties.newBuilder()
            .addAllCandidateGroups(task.candidateGroups())
            .addAllCandidateUsers(task.candidateUsers())
            .addAllChangedAttributes(task.changedAttributes());
    given(task.action(), shown::setAction);
    given(task.assignee(), shown::setAssignee);
    given(task.dueDate(), shown::setDueDate);
    given(task.followUpDate(), shown::setFollowUpDate);
    given(task.priority(), shown::setPriority);
    given(task.formKey(), key -> shown.setFormKey(Long.parseLong(key)));
    given(task.key(), key -> shown.setUserTaskKey(Long.parseLong(key)));
    return shown.build();
  }

  private static <T> void given(@Nullable T value, Consumer<T> set) {
    if (value != null) {
      set.accept(value);
    }
  }
}
