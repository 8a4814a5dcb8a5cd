package dev.candor.runtime.internal.jobs;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandGateway;
import dev.candor.runtime.internal.log.EngineLog;
import dev.candor.runtime.internal.log.Told;
import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.ActivatedJob;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/**
 * Hands the jobs of one engine to the workers that wait for them. The engine asks on its own
 * thread; the job leaves on another, and only when the log has kept that it is that worker's.
 */
public final class JobPush implements JobStreamer {

  private final EngineLog log;
  private final Told told;
  private final JobSignals signals;
  private final OpenStreams streams;
  private final CommandGateway commands;
  private final Executor executor;

  /**
   * @param told learns of every job that was handed out
   * @param commands takes back the jobs that nobody could take
   */
  public JobPush(
      EngineLog log,
      Told told,
      JobSignals signals,
      OpenStreams streams,
      CommandGateway commands,
      Executor executor) {
    this.log = log;
    this.told = told;
    this.signals = signals;
    this.streams = streams;
    this.commands = commands;
    this.executor = executor;
  }

  @Override
  public void notifyWorkAvailable(String jobType) {
    signals.notifyWorkAvailable(jobType);
  }

  @Override
  public Optional<JobStream> streamFor(
      DirectBuffer jobType, Predicate<JobActivationProperties> filter) {
    if (streams.isEmpty()) {
      return Optional.empty();
    }
    return streams.next(BufferUtil.bufferAsString(jobType), filter).map(Target::new);
  }

  private final class Target implements JobStream {

    private final OpenStreams.Stream stream;

    private Target(OpenStreams.Stream stream) {
      this.stream = stream;
    }

    @Override
    public JobActivationProperties properties() {
      return stream.wishes();
    }

    @Override
    public void push(ActivatedJob job) {
      long position = log.lastPosition();
      log.whenKept(
          () -> {
            told.upTo(position);
            executor.execute(() -> hand(job.jobKey(), job.jobRecord()));
          });
    }

    private void hand(long key, JobRecord job) {
      if (!stream.take(key, job) && !streams.takenByTheLikeOf(stream, key, job)) {
        commands.tell(Command.giveBack(key));
      }
    }
  }
}
