package dev.candor.runtime.internal.jobs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries the engine's word of available jobs off its thread; a type that waits to be told is told
 * once.
 */
public final class JobSignals implements JobsAvailable {

  private final Executor executor;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> untold = ConcurrentHashMap.newKeySet();

  public JobSignals(Executor executor) {
    this.executor = executor;
  }

  @Override
  public Subscription subscribe(Consumer<String> onJobType) {
    listeners.add(onJobType);
    return () -> listeners.remove(onJobType);
  }

  void notifyWorkAvailable(String jobType) {
    if (!listeners.isEmpty() && untold.add(jobType)) {
      executor.execute(() -> tell(jobType));
    }
  }

  private void tell(String jobType) {
    untold.remove(jobType);
    listeners.forEach(listener -> listener.accept(jobType));
  }
}
