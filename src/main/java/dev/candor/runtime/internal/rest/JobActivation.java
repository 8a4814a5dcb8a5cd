package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.ActivateJobs;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.JobPolls;
import io.camunda.client.protocol.rest.JobActivationResult;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import java.util.ArrayList;

/** Hands jobs to workers, who may wait a moment for some to come. */
final class JobActivation implements Resource {

  private final JobPolls polls;

  /** A poll as its connection sees it. */
  private record Poll(Exchange exchange) implements JobPolls.Caller {

    @Override
    public boolean hasHungUp() {
      return exchange.hasHungUp();
    }

    @Override
    public void onHangUp(Runnable action) {
      exchange.onHangUp(action);
    }
  }

  JobActivation(Engine engine) {
    polls = new JobPolls(engine);
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/jobs/activation", this::activate);
  }

  private Reply activate(Exchange exchange) {
    JobBatchRecord batch = polls.activate(exchange.body(ActivateJobs.class), new Poll(exchange));
    JobActivationResult result = new JobActivationResult().jobs(new ArrayList<>());
    for (int i = 0; i < batch.getJobKeys().size(); i++) {
      result.addJobsItem(
          ActivatedJobs.show(batch.getJobKeys().get(i), (JobRecord) batch.getJobs().get(i)));
    }
    return Reply.json(result);
  }
}
