package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job did not work out.
 *
 * @param retryBackOff milliseconds until it may be tried again
 */
public record FailJob(
    @Nullable Integer retries,
    @Nullable String errorMessage,
    @Nullable Long retryBackOff,
    @Nullable Map<String, Object> variables) {

  public Command command(long jobKey) {
    return new Command(
        JobIntent.FAIL,
        jobKey,
        new JobRecord()
            .setRetries(retries == null ? 0 : retries)
            .setErrorMessage(Values.text(errorMessage))
            .setRetryBackoff(retryBackOff == null ? 0 : retryBackOff)
            .setVariables(Values.variables(variables)));
  }
}
