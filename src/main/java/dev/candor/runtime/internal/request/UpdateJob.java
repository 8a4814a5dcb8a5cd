package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to change on a job. */
public record UpdateJob(@Nullable Changeset changeset, @Nullable Long operationReference) {

  /** New retries, or a new timeout in milliseconds from now; what is null stays. */
  public record Changeset(@Nullable Integer retries, @Nullable Long timeout) {}

  /** The older commands, one for each thing to change, which refuse in their own statuses. */
  public static Command retries(long jobKey, int retries, @Nullable Long operationReference) {
    return new Command(JobIntent.UPDATE_RETRIES, jobKey, new JobRecord().setRetries(retries))
        .withOperationReference(Values.reference(operationReference));
  }

  public static Command timeout(long jobKey, long timeout, @Nullable Long operationReference) {
    return new Command(JobIntent.UPDATE_TIMEOUT, jobKey, new JobRecord().setTimeout(timeout))
        .withOperationReference(Values.reference(operationReference));
  }

  public Command command(long jobKey) {
    Changeset changes = Values.required("changeset", changeset);
    if (changes.retries == null && changes.timeout == null) {
      throw Refusal.invalid("At least one of changeset.retries and changeset.timeout must be set");
    }
    JobRecord job = new JobRecord();
    Set<String> changed = new HashSet<>();
    if (changes.retries != null) {
      if (changes.retries < 1) {
        throw Refusal.invalid("The changeset.retries must be greater than 0");
      }
      job.setRetries(changes.retries);
      changed.add("retries");
    }
    if (changes.timeout != null) {
      job.setTimeout(changes.timeout);
      changed.add("timeout");
    }
    return new Command(JobIntent.UPDATE, jobKey, job.setChangedAttributes(changed))
        .withOperationReference(Values.reference(operationReference));
  }
}
