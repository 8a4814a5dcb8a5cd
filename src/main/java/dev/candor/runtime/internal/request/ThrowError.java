package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The job ended in an error that the diagram catches. */
public record ThrowError(
    @Nullable String errorCode,
    @Nullable String errorMessage,
    @Nullable Map<String, Object> variables) {

  public Command command(long jobKey) {
    return new Command(
        JobIntent.THROW_ERROR,
        jobKey,
        new JobRecord()
            .setErrorCode(Values.buffer(Values.required("errorCode", errorCode)))
            .setErrorMessage(Values.text(errorMessage))
            .setVariables(Values.variables(variables)));
  }
}
