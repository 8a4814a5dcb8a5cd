package dev.candor.runtime.internal.jobs;

import dev.candor.runtime.internal.jobs.JobsAvailable.Subscription;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The streams that are open, by job type; they outlive the engine that a purge throws away. */
public final class OpenStreams implements JobStreams {

  private final Map<String, List<Stream>> open = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  @Override
  public Subscription open(String type, JobActivationProperties wishes, Taker taker) {
    Stream stream = new Stream(type, wishes, taker);
    open.compute(
        type,
        (any, others) -> {
          List<Stream> all = others == null ? new CopyOnWriteArrayList<>() : others;
          all.add(stream);
          return all;
        });
    return () -> close(stream);
  }

  private void close(Stream stream) {
    open.computeIfPresent(
        stream.type,
        (any, others) -> {
          others.remove(stream);
          return others.isEmpty() ? null : others;
        });
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** One of the streams of the type that pass: another one each time. */
  Optional<Stream> next(String type, Predicate<JobActivationProperties> filter) {
    List<Stream> fitting =
        open.getOrDefault(type, List.of()).stream()
            .filter(stream -> filter.test(stream.wishes))
            .toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(fitting.get(Math.floorMod(turn.getAndIncrement(), fitting.size())));
  }

  /**
   * Whether a stream of the same wishes took the job: to one of others it would be wrongly
   * activated.
   */
  boolean takenByTheLikeOf(Stream failed, long key, JobRecord job) {
    return open.getOrDefault(failed.type, List.of()).stream()
        .filter(stream -> stream != failed && stream.wishes.equals(failed.wishes))
        .anyMatch(stream -> stream.take(key, job));
  }

  /** One worker's stream. */
  static final class Stream {

    private final String type;
    private final JobActivationProperties wishes;
    private final Taker taker;

    private Stream(String type, JobActivationProperties wishes, Taker taker) {
      this.type = type;
      this.wishes = wishes;
      this.taker = taker;
    }

    JobActivationProperties wishes() {
      return wishes;
    }

    boolean take(long key, JobRecord job) {
      return taker.take(key, job);
    }
  }
}
