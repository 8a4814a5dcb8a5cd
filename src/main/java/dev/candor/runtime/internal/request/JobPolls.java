package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;

/** Finds jobs for workers that ask, who may wait a moment for some to come. */
public final class JobPolls {

  private final Engine engine;
  private final JobWaiting waiting;

  public JobPolls(Engine engine) {
    this.engine = engine;
    this.waiting =
        new JobWaiting(engine.core().jobs(), engine.core().commands()::isCrowded, System::nanoTime);
  }

  /** Who asks, and can go away meanwhile. */
  public interface Caller {

    boolean hasHungUp();

    /** Runs it when the caller hangs up, at once if that was before. */
    void onHangUp(Runnable action);
  }

  /** The jobs that are there, or come while the caller waits; an empty batch if none do. */
  public JobBatchRecord activate(ActivateJobs wanted, Caller caller) {
    wanted.check();
    // Who does not wait would miss a job whose hint is still on its way.
    boolean waits = wanted.patience().isPositive();
    long end = System.nanoTime() + wanted.patience().toNanos();
    try (JobWaiting.Place place = waiting.queueFor(Values.required("type", wanted.type()))) {
      caller.onHangUp(place::wake);
      while (!caller.hasHungUp()) {
        if (!waits || !place.isInVain()) {
          place.letSomeGather();
          EmptyTypes.Look look = place.look();
          JobBatchRecord batch = activateNow(wanted);
          if (!batch.getJobKeys().isEmpty()) {
            place.got(batch.getJobKeys().size() < wanted.maxJobsToActivate());
            // A caller that is gone by now gets nothing: its jobs are given back to the others.
            caller.onHangUp(() -> batch.getJobKeys().forEach(this::giveBack));
            return batch;
          }
          if (!batch.getTruncated()) {
            place.gotNone(look);
          }
        }
        if (!place.awaitUntil(end)) {
          break;
        }
      }
    }
    return new JobBatchRecord();
  }

  private JobBatchRecord activateNow(ActivateJobs wanted) {
    return engine
        .carryOutIfRunning(wanted.command())
        .map(activated -> activated.value(JobBatchRecord.class))
        .orElseGet(JobBatchRecord::new);
  }

  /** Lets another worker have a job that this one could not be given. */
  public void giveBack(long jobKey) {
    engine.core().commands().tell(Command.giveBack(jobKey));
  }
}
