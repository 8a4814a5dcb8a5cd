package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Problem;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.client.protocol.rest.JobActivationResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.time.Duration;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Hands jobs to workers, who may wait a moment for some to come. */
final class JobActivation implements Resource {

  /** Short, so that a client that closes does not wait long for its last poll. */
  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  /**
   * Which jobs a worker takes.
   *
   * @param timeout milliseconds for which no other worker gets them
   * @param requestTimeout milliseconds to wait for jobs; 0 as the server likes, negative not at all
   */
  record Wanted(
      @Nullable String type,
      @Nullable String worker,
      @Nullable Long timeout,
      @Nullable Integer maxJobsToActivate,
      @Nullable List<String> fetchVariable,
      @Nullable Long requestTimeout,
      @Nullable List<String> tenantIds) {}

  private final Engine engine;
  private final JobWaiting waiting;

  JobActivation(Engine engine) {
    this.engine = engine;
    this.waiting = new JobWaiting(engine.core().jobs());
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/jobs/activation", this::activate);
  }

  private Reply activate(Exchange exchange) {
    Wanted wanted = exchange.body(Wanted.class);
    check(wanted);
    long end = System.nanoTime() + patience(wanted).toNanos();
    try (JobWaiting.Place place = waiting.queueFor(Values.required("type", wanted.type))) {
      exchange.onHangUp(place::wake);
      while (!exchange.hasHungUp()) {
        JobBatchRecord batch = activateNow(wanted);
        if (!batch.getJobKeys().isEmpty()) {
          return hand(batch, exchange);
        }
        if (!place.awaitUntil(end)) {
          break;
        }
      }
    }
    return Reply.json(new JobActivationResult().jobs(List.of()));
  }

  private static void check(Wanted wanted) {
    Values.required("type", wanted.type);
    if (Values.required("timeout", wanted.timeout) < 1) {
      throw Problem.invalid("The timeout must be greater than 0");
    }
    if (Values.required("maxJobsToActivate", wanted.maxJobsToActivate) < 1) {
      throw Problem.invalid("The maxJobsToActivate must be greater than 0");
    }
    if (wanted.tenantIds != null) {
      wanted.tenantIds.forEach(Values::tenant);
    }
  }

  private static Duration patience(Wanted wanted) {
    long asked = wanted.requestTimeout == null ? 0 : wanted.requestTimeout;
    if (asked < 0) {
      return Duration.ZERO;
    }
    return asked == 0 || asked > LONGEST_POLL.toMillis() ? LONGEST_POLL : Duration.ofMillis(asked);
  }

  private JobBatchRecord activateNow(Wanted wanted) {
    JobBatchRecord batch =
        new JobBatchRecord()
            .setType(Values.required("type", wanted.type))
            .setWorker(Values.text(wanted.worker))
            .setTimeout(Values.required("timeout", wanted.timeout))
            .setMaxJobsToActivate(Values.required("maxJobsToActivate", wanted.maxJobsToActivate))
            .setTenantIds(List.of(Engine.TENANT));
    if (wanted.fetchVariable != null) {
      wanted.fetchVariable.forEach(
          name -> batch.variables().add().wrap(new UnsafeBuffer(name.getBytes())));
    }
    return engine
        .carryOutIfRunning(new Command(JobBatchIntent.ACTIVATE, batch))
        .map(activated -> activated.value(JobBatchRecord.class))
        .orElseGet(JobBatchRecord::new);
  }

  /** A client that is gone by now gets nothing: its jobs are given back to the others. */
  private Reply hand(JobBatchRecord batch, Exchange exchange) {
    exchange.onHangUp(
        () ->
            batch
                .getJobKeys()
                .forEach(
                    key ->
                        engine
                            .core()
                            .commands()
                            .send(new Command(JobIntent.YIELD, key, new JobRecord()))));
    JobActivationResult result = new JobActivationResult();
    for (int i = 0; i < batch.getJobKeys().size(); i++) {
      result.addJobsItem(
          ActivatedJobs.show(batch.getJobKeys().get(i), (JobRecord) batch.getJobs().get(i)));
    }
    return Reply.json(result);
  }
}
