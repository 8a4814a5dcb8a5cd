package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The job is done. */
public record CompleteJob(@Nullable Map<String, Object> variables, @Nullable JobOutcome result) {

  public Command command(long jobKey) {
    JobRecord job = new JobRecord().setVariables(Values.variables(variables));
    if (result != null) {
      job.setResult(result.record());
    }
    return new Command(JobIntent.COMPLETE, jobKey, job);
  }
}
