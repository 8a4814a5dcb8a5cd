package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** What a worker says about its job. */
final class JobCommands implements Resource {

  /** The job is done. */
  record Completion(@Nullable Map<String, Object> variables, @Nullable JobOutcome result) {}

  /**
   * The job did not work out.
   *
   * @param retryBackOff milliseconds until it may be tried again
   */
  record Failure(
      @Nullable Integer retries,
      @Nullable String errorMessage,
      @Nullable Long retryBackOff,
      @Nullable Map<String, Object> variables) {}

  /** The job ended in an error that the diagram catches. */
  record BusinessError(
      @Nullable String errorCode,
      @Nullable String errorMessage,
      @Nullable Map<String, Object> variables) {}

  /** What to change on a job. */
  record Update(@Nullable Changeset changeset, @Nullable Long operationReference) {}

  /** New retries, or a new timeout in milliseconds from now. */
  record Changeset(@Nullable Integer retries, @Nullable Long timeout) {}

  private final Engine engine;

  JobCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/jobs/{jobKey}/completion", this::complete)
        .post("/jobs/{jobKey}/failure", this::fail)
        .post("/jobs/{jobKey}/error", this::throwError)
        .patch("/jobs/{jobKey}", this::update);
  }

  private Reply complete(Exchange exchange) {
    Completion completion = exchange.optionalBody(Completion.class);
    JobRecord job = new JobRecord().setVariables(Values.variables(completion.variables));
    if (completion.result != null) {
      job.setResult(completion.result.record());
    }
    return carryOut(exchange, JobIntent.COMPLETE, job);
  }

  private Reply fail(Exchange exchange) {
    Failure failure = exchange.optionalBody(Failure.class);
    return carryOut(
        exchange,
        JobIntent.FAIL,
        new JobRecord()
            .setRetries(failure.retries == null ? 0 : failure.retries)
            .setErrorMessage(Values.text(failure.errorMessage))
            .setRetryBackoff(failure.retryBackOff == null ? 0 : failure.retryBackOff)
            .setVariables(Values.variables(failure.variables)));
  }

  private Reply throwError(Exchange exchange) {
    BusinessError error = exchange.body(BusinessError.class);
    String code = Values.required("errorCode", error.errorCode);
    return carryOut(
        exchange,
        JobIntent.THROW_ERROR,
        new JobRecord()
            .setErrorCode(new UnsafeBuffer(code.getBytes()))
            .setErrorMessage(Values.text(error.errorMessage))
            .setVariables(Values.variables(error.variables)));
  }

  private Reply update(Exchange exchange) {
    Update update = exchange.body(Update.class);
    Changeset changes = Values.required("changeset", update.changeset);
    if (changes.retries == null && changes.timeout == null) {
      throw Problem.invalid("At least one of changeset.retries and changeset.timeout must be set");
    }
    JobRecord job = new JobRecord();
    Set<String> changed = new HashSet<>();
    if (changes.retries != null) {
      if (changes.retries < 1) {
        throw Problem.invalid("The changeset.retries must be greater than 0");
      }
      job.setRetries(changes.retries);
      changed.add("retries");
    }
    if (changes.timeout != null) {
      job.setTimeout(changes.timeout);
      changed.add("timeout");
    }
    engine.carryOut(
        new Command(JobIntent.UPDATE, exchange.key("jobKey"), job.setChangedAttributes(changed))
            .withOperationReference(Values.reference(update.operationReference)));
    return Reply.noContent();
  }

  private Reply carryOut(Exchange exchange, JobIntent intent, JobRecord job) {
    engine.carryOut(new Command(intent, exchange.key("jobKey"), job));
    return Reply.noContent();
  }
}
