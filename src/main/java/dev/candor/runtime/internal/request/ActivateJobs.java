package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a worker takes.
 *
 * @param timeout milliseconds for which no other worker gets them
 * @param requestTimeout milliseconds to wait for jobs; 0 as the server likes, negative not at all
 */
public record ActivateJobs(
    @Nullable String type,
    @Nullable String worker,
    @Nullable Long timeout,
    @Nullable Integer maxJobsToActivate,
    @Nullable List<String> fetchVariable,
    @Nullable Long requestTimeout,
    @Nullable List<String> tenantIds) {

  /** Short, so that a client that closes does not wait long for its last poll. */
  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  /** Throws if it cannot be asked for. */
  void check() {
    Values.required("type", type);
    if (Values.required("timeout", timeout) < 1) {
      throw Refusal.invalid("The timeout must be greater than 0");
    }
    if (Values.required("maxJobsToActivate", maxJobsToActivate) < 1) {
      throw Refusal.invalid("The maxJobsToActivate must be greater than 0");
    }
    if (tenantIds != null) {
      tenantIds.forEach(Values::tenant);
    }
  }

  Duration patience() {
    long asked = requestTimeout == null ? 0 : requestTimeout;
    if (asked < 0) {
      return Duration.ZERO;
    }
    return asked == 0 || asked > LONGEST_POLL.toMillis() ? LONGEST_POLL : Duration.ofMillis(asked);
  }

  Command command() {
    JobBatchRecord batch =
        new JobBatchRecord()
            .setType(Values.required("type", type))
            .setWorker(Values.text(worker))
            .setTimeout(Values.required("timeout", timeout))
            .setMaxJobsToActivate(Values.required("maxJobsToActivate", maxJobsToActivate))
            .setTenantIds(List.of(Engine.TENANT));
    if (fetchVariable != null) {
      fetchVariable.forEach(name -> batch.variables().add().wrap(Values.buffer(name)));
    }
    return new Command(JobBatchIntent.ACTIVATE, batch);
  }
}
