package dev.candor.runtime.internal.boot;

import dev.candor.runtime.CamundaRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A runtime that starts on a thread of its own; whoever needs it first waits for it. */
final class StartingRuntime implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(StartingRuntime.class);

  private final CompletableFuture<CamundaRuntime> started = new CompletableFuture<>();

  StartingRuntime(Supplier<CamundaRuntime> start) {
    Thread.ofPlatform()
        .name("runtime-start")
        .start(() -> started.completeAsync(start, Runnable::run));
  }

  /**
   * @throws dev.candor.runtime.CannotStart why it did not start
   */
  CamundaRuntime await() {
    try {
      return started.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    started
        .handle((runtime, failure) -> runtime)
        .thenAccept(
            runtime -> {
              if (runtime != null) {
                runtime.close();
                LOGGER.debug("The runtime is stopped");
              }
            })
        .join();
  }
}
