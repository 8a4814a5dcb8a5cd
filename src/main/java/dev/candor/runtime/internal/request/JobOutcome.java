package dev.candor.runtime.internal.request;

import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultActivateElement;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResultCorrections;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.value.JobResultType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a completed job means to the one who asked: a listener's verdict, a sub-process's plan. */
public record JobOutcome(
    @Nullable String type,
    @Nullable Boolean denied,
    @Nullable String deniedReason,
    @Nullable Corrections corrections,
    @Nullable List<Activation> activateElements,
    @Nullable Boolean isCompletionConditionFulfilled,
    @Nullable Boolean isCancelRemainingInstances) {

  /** What a listener corrects on its task; what is null stays. */
  public record Corrections(
      @Nullable String assignee,
      @Nullable String dueDate,
      @Nullable String followUpDate,
      @Nullable List<String> candidateUsers,
      @Nullable List<String> candidateGroups,
      @Nullable Integer priority) {}

  /** An element to activate in an ad-hoc sub-process. */
  public record Activation(@Nullable String elementId, @Nullable Map<String, Object> variables) {}

  public JobResult record() {
    return switch (type) {
      case null -> userTask();
      case "userTask" -> userTask();
      case "adHocSubProcess" -> adHocSubProcess();
      default -> throw Refusal.invalid("Unknown result.type '" + type + "'");
    };
  }

  private JobResult userTask() {
    JobResult result =
        new JobResult()
            .setType(JobResultType.USER_TASK)
            .setDenied(Boolean.TRUE.equals(denied))
            .setDeniedReason(Values.text(deniedReason));
    if (corrections != null) {
      correct(result, corrections);
    }
    return result;
  }

  private static void correct(JobResult result, Corrections corrections) {
    JobResultCorrections corrected = new JobResultCorrections();
    List<String> names = new ArrayList<>();
    if (corrections.assignee != null) {
      corrected.setAssignee(corrections.assignee);
      names.add(UserTaskRecord.ASSIGNEE);
    }
    if (corrections.dueDate != null) {
      corrected.setDueDate(corrections.dueDate);
      names.add(UserTaskRecord.DUE_DATE);
    }
    if (corrections.followUpDate != null) {
      corrected.setFollowUpDate(corrections.followUpDate);
      names.add(UserTaskRecord.FOLLOW_UP_DATE);
    }
    if (corrections.candidateUsers != null) {
      corrected.setCandidateUsersList(corrections.candidateUsers);
      names.add(UserTaskRecord.CANDIDATE_USERS);
    }
    if (corrections.candidateGroups != null) {
      corrected.setCandidateGroupsList(corrections.candidateGroups);
      names.add(UserTaskRecord.CANDIDATE_GROUPS);
    }
    if (corrections.priority != null) {
      corrected.setPriority(corrections.priority);
      names.add(UserTaskRecord.PRIORITY);
    }
    result.setCorrections(corrected).setCorrectedAttributes(names);
  }

  private JobResult adHocSubProcess() {
    JobResult result =
        new JobResult()
            .setType(JobResultType.AD_HOC_SUB_PROCESS)
            .setCompletionConditionFulfilled(Boolean.TRUE.equals(isCompletionConditionFulfilled))
            .setCancelRemainingInstances(Boolean.TRUE.equals(isCancelRemainingInstances));
    if (activateElements != null) {
      for (Activation activation : activateElements) {
        result.addActivateElement(
            new JobResultActivateElement()
                .setElementId(Values.required("elementId", activation.elementId))
                .setVariables(Values.variables(activation.variables)));
      }
    }
    return result;
  }
}
