package dev.candor.process.internal;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.OpenTasks;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Page by page, each with the references of its cases. */
@Component
class CamundaOpenTasks implements OpenTasks {

  private static final int PAGE = 500;
  private static final Set<UserTaskState> OVER =
      EnumSet.of(UserTaskState.COMPLETED, UserTaskState.CANCELED);

  private final CamundaClient camunda;
  private final CaseReferencesOf references;

  CamundaOpenTasks(CamundaClient camunda, CaseReferencesOf references) {
    this.camunda = camunda;
    this.references = references;
  }

  @Override
  public Map<Long, OpenTask> all() {
    try {
      var all = new HashMap<Long, OpenTask>();
      var page = page(null);
      while (!page.items().isEmpty()) {
        collect(page.items(), all);
        page = page(page.page().endCursor());
      }
      return all;
    } catch (RuntimeException e) {
      throw trouble(e);
    }
  }

  @Override
  public boolean isOver(long userTaskKey) {
    try {
      return OVER.contains(camunda.newUserTaskGetRequest(userTaskKey).send().join().getState());
    } catch (RuntimeException e) {
      if (EngineFailure.of(e).kind() == EngineFailure.Kind.UNKNOWN) {
        return false;
      }
      throw trouble(e);
    }
  }

  private SearchResponse<UserTask> page(@Nullable String after) {
    return camunda
        .newUserTaskSearchRequest()
        .filter(filter -> filter.state(UserTaskState.CREATED))
        .page(page -> (after == null ? page : page.after(after)).limit(PAGE))
        .send()
        .join();
  }

  private void collect(List<UserTask> tasks, Map<Long, OpenTask> all) {
    var cases = references.instances(tasks.stream().map(UserTask::getProcessInstanceKey).toList());
    for (var task : tasks) {
      var reference = cases.get(task.getProcessInstanceKey());
      if (reference != null) {
        all.put(task.getUserTaskKey(), open(task, reference));
      }
    }
  }

  private static OpenTask open(UserTask task, String reference) {
    return new OpenTask(
        task.getUserTaskKey(),
        reference,
        task.getElementId(),
        task.getProcessDefinitionKey(),
        task.getProcessInstanceKey(),
        Optional.ofNullable(task.getCandidateGroups()).orElse(List.of()),
        task.getFormKey(),
        Optional.ofNullable(task.getDueDate()).map(OffsetDateTime::toInstant).orElse(null),
        task.getAssignee() == null || task.getAssignee().isEmpty() ? null : task.getAssignee());
  }

  private static RuntimeException trouble(RuntimeException e) {
    var failure = EngineFailure.of(e);
    return failure.kind() == EngineFailure.Kind.UNREACHABLE
        ? new EngineUnavailable(failure)
        : failure;
  }
}
