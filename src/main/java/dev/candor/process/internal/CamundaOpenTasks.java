package dev.candor.process.internal;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.OpenTasks;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Page by page, each with the references of its cases. */
@Component
class CamundaOpenTasks implements OpenTasks {

  private static final int PAGE = 500;
  private static final int BITS_IN_A_PARTITION = 51;

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
  public Optional<Told> of(long userTaskKey) {
    try {
      var task = camunda.newUserTaskGetRequest(userTaskKey).send().join();
      return Optional.of(new Told(state(task.getState()), assignee(task)));
    } catch (RuntimeException e) {
      if (EngineFailure.of(e).kind() == EngineFailure.Kind.UNKNOWN) {
        return Optional.empty();
      }
      throw trouble(e);
    }
  }

  /** A key begins with its partition, and each partition is exported in order. */
  @Override
  public boolean areInOneOrder(long userTaskKey, long otherUserTaskKey) {
    return userTaskKey >> BITS_IN_A_PARTITION == otherUserTaskKey >> BITS_IN_A_PARTITION;
  }

  private static State state(UserTaskState state) {
    return switch (state) {
      case CREATED -> State.WAITING;
      case COMPLETED -> State.COMPLETED;
      case CANCELED -> State.CANCELED;
      default -> State.CHANGING;
    };
  }

  private static @Nullable String assignee(UserTask task) {
    return task.getAssignee() == null || task.getAssignee().isEmpty() ? null : task.getAssignee();
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
        assignee(task));
  }

  private static RuntimeException trouble(RuntimeException e) {
    var failure = EngineFailure.of(e);
    return failure.kind() == EngineFailure.Kind.UNREACHABLE
        ? new EngineUnavailable(failure)
        : failure;
  }
}
