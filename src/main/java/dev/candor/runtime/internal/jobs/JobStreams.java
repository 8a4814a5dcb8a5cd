package dev.candor.runtime.internal.jobs;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;

/** The workers to whom jobs are handed as they come, without their asking for each. */
public interface JobStreams {

  /** From now on the worker gets jobs of the type, activated as it wishes, until it is closed. */
  JobsAvailable.Subscription open(String type, JobActivationProperties wishes, Taker taker);

  /** A worker at the other end. */
  @FunctionalInterface
  interface Taker {

    /**
     * Takes a job, on a virtual thread; only jobs whose activation is kept by the log come.
     *
     * @return false if it cannot take it: another worker gets it then
     */
    boolean take(long key, JobRecord job);
  }
}
