package dev.candor.runtime.internal.engine;

import dev.candor.runtime.internal.log.EngineLog;
import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.stream.api.ReadonlyStreamProcessorContext;
import io.camunda.zeebe.stream.api.StreamProcessorLifecycleAware;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import io.camunda.zeebe.util.micrometer.MicrometerUtil;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One life of Camunda's engine: a state, empty or from a snapshot, the log replayed into it, then
 * processing, until it is closed. Its state goes with it; the log stays.
 */
final class EngineRun implements AutoCloseable {

  private static final int LARGEST_RECORD_BYTES = 4 << 20;
  private static final int MOST_COMMANDS_AT_ONCE = 100;

  /** How often the engine looks for what is due: also the shortest step of a moved clock. */
  private static final Duration DUE_CHECK = Duration.ofMillis(10);

  private final EngineLog log;
  private final MeterRegistry meters;
  private final ActorScheduler scheduler;
  private final LogStream stream;
  private final ZeebeDb<ZbColumnFamilies> state;
  private final StreamProcessor processor;
  private final CompletableFuture<ReadonlyStreamProcessorContext> processing =
      new CompletableFuture<>();

  /** Ends, with why, when it does nothing any more: who waits for something would wait forever. */
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  /**
   * @param from the copy of a state to begin with; null for an empty one
   */
  EngineRun(
      EngineLog log,
      InstantSource time,
      CommandResponseWriter answers,
      JobStreamer jobs,
      MeterRegistry registry,
      @Nullable Path from) {
    this.log = log;
    meters =
        MicrometerUtil.wrap(registry, Tags.of("partition", Integer.toString(OnlyPartition.ID)));
    scheduler =
        ActorScheduler.newActorScheduler()
            .setSchedulerName("runtime")
            .setCpuBoundActorThreadCount(1)
            .setIoBoundActorThreadCount(1)
            .build();
    scheduler.start();
    var clock = new ControllableStreamClockImpl(time);
    stream =
        LogStream.builder()
            .withPartitionId(OnlyPartition.ID)
            .withLogName("runtime")
            .withLogStorage(log)
            .withMaxFragmentSize(LARGEST_RECORD_BYTES)
            .withClock(clock)
            .withMeterRegistry(meters)
            .build();
    state = State.open(from, meters);
    processor =
        StreamProcessor.builder()
            .logStream(stream)
            .zeebeDb(state)
            .actorSchedulingService(scheduler)
            .clock(clock)
            .meterRegistry(meters)
            .commandResponseWriter(answers)
            .partitionCommandSender(new OnlyPartition(stream.newLogStreamWriter()))
            .recordProcessors(List.of(engine(jobs)))
            .maxCommandsInBatch(MOST_COMMANDS_AT_ONCE)
            .setScheduledTaskCheckInterval(DUE_CHECK)
            // One thread does it all, so that "nothing is due any more" can be known.
            .setEnableAsyncScheduledTasks(false)
            .addLifecycleListener(new Lifecycle())
            .build();
  }

  LogStream stream() {
    return stream;
  }

  /** Replays the log and begins to process; returns when it does. */
  void start() {
    processor.openAsync(false).join();
    processing.join();
    // Asked on the processor's thread, so behind what it does to begin: its reader stands where it
    // must.
    processor.hasProcessingReachedTheEnd().join();
  }

  boolean isFailed() {
    return processor.isFailed() || processing.isCompletedExceptionally();
  }

  /**
   * Waits until everything that is due is done and everything written is processed.
   *
   * @throws java.util.concurrent.CompletionException when it is closed, or stops by itself, before
   */
  void awaitIdle() {
    long before;
    do {
      before = log.lastPosition();
      awaitDueCheck();
    } while (!processor.hasProcessingReachedTheEnd().join() || log.lastPosition() != before);
  }

  /** When the next timer is due, of an engine that is idle. */
  Optional<Instant> nextTimer() {
    return Timers.next(state);
  }

  /** Plans anew everything that was planned by a clock that has since been turned back. */
  void replan() {
    processor.pauseProcessing().join();
    processor.resumeProcessing();
  }

  /**
   * Puts a consistent copy of the state into a folder that does not exist yet, while processing
   * goes on.
   *
   * @return the command up to which the copy is complete at least: the log is needed from there on
   */
  long snapshot(Path copy) {
    long processed = processor.getLastProcessedPositionAsync().join();
    state.createSnapshot(copy.toFile());
    return processed;
  }

  @Override
  public void close() {
    over.completeExceptionally(new IllegalStateException("The engine was closed meanwhile"));
    try {
      processor.closeAsync().join();
      stream.close();
      state.close();
      scheduler.close();
    } catch (Exception e) {
      throw new IllegalStateException("The engine did not stop cleanly", e);
    } finally {
      MicrometerUtil.close(meters);
    }
  }

  /** Twice: what is due at the same instant may come before or after. */
  private void awaitDueCheck() {
    var schedule = processing.join().getScheduleService();
    var first = new CompletableFuture<Void>();
    var second = new CompletableFuture<Void>();
    schedule.runDelayed(
        Duration.ZERO,
        () -> {
          first.complete(null);
          schedule.runDelayed(Duration.ZERO, () -> second.complete(null));
        });
    CompletableFuture.anyOf(CompletableFuture.allOf(first, second), over).join();
  }

  private Engine engine(JobStreamer jobs) {
    var security = new SecurityConfiguration();
    security.getAuthorizations().setEnabled(false);
    var sender = new OnlyPartition(stream.newLogStreamWriter());
    return new Engine(
        context ->
            EngineProcessors.createEngineProcessors(
                context,
                1,
                new SubscriptionCommandSender(OnlyPartition.ID, sender),
                sender,
                FeatureFlags.createDefault(),
                jobs,
                SearchClientsProxy.noop(),
                new BrokerRequestAuthorizationConverter(security)),
        new EngineConfiguration(),
        security);
  }

  private final class Lifecycle implements StreamProcessorLifecycleAware {

    @Override
    public void onRecovered(ReadonlyStreamProcessorContext context) {
      processing.complete(context);
    }

    @Override
    public void onFailed() {
      var failure = new IllegalStateException("The engine stopped by itself");
      processing.completeExceptionally(failure);
      over.completeExceptionally(failure);
    }
  }
}
