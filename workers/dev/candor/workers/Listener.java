package dev.candor.workers;

import dev.candor.access.PersonId;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.UserTaskProperties;
import io.camunda.client.api.worker.JobClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What task listeners have in common: who it is about, and yes or no. */
final class Listener {

  private Listener() {}

  static @Nullable PersonId assigneeOf(UserTaskProperties task) {
    var assignee = task.getAssignee();
    return assignee == null || assignee.isBlank() ? null : new PersonId(assignee);
  }

  /** Without a reason the engine goes on; with one it refuses, and tells its client the reason. */
  static void answer(JobClient client, ActivatedJob job, Optional<String> reason) {
    client
        .newCompleteCommand(job.getKey())
        .withResult(
            result -> {
              var answer = result.forUserTask();
              return reason
                  .map(text -> answer.deny(true, text))
                  .orElseGet(() -> answer.deny(false));
            })
        .send()
        .join();
  }
}
