package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.command.CommandAnswer.Rejected;
import dev.candor.runtime.internal.command.CommandFailure;
import dev.candor.runtime.internal.http.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** The engine as a request sees it: ask and wait; what it refuses is a {@link Problem}. */
final class Engine {

  static final String TENANT = "<default>";

  /** How long a command may take when nothing else is said; listeners of a user task count. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final RuntimeCore core;
  private final AtomicReference<Acknowledged> acknowledged =
      new AtomicReference<>(new Acknowledged(0, -1));

  /** How far answers were given, in the log that there is since so many purges. */
  private record Acknowledged(long purges, long position) {

    Acknowledged with(long purges, long position) {
      return purges == this.purges && position > this.position
          ? new Acknowledged(purges, position)
          : this;
    }
  }

  Engine(RuntimeCore core) {
    this.core = core;
  }

  RuntimeCore core() {
    return core;
  }

  /** Has the command carried out. */
  Accepted carryOut(Command command) {
    return carryOut(command, PATIENCE);
  }

  Accepted carryOut(Command command, Duration patience) {
    try {
      return accepted(command, patience);
    } catch (CommandFailure failure) {
      throw Problems.of(failure);
    }
  }

  /** The same for who only looks: to them a purge, or an engine not up yet, is "nothing there". */
  Optional<Accepted> carryOutIfRunning(Command command) {
    try {
      return Optional.of(accepted(command, PATIENCE));
    } catch (CommandFailure failure) {
      return switch (failure.kind()) {
        case PURGED, NOT_RUNNING -> Optional.empty();
        case BUSY, STORAGE, TOO_LARGE -> throw Problems.of(failure);
      };
    }
  }

  private Accepted accepted(Command command, Duration patience) {
    return switch (ask(command, patience)) {
      case Accepted accepted -> accepted;
      case Rejected rejected -> throw Problems.of(rejected);
    };
  }

  private CommandAnswer ask(Command command, Duration patience) {
    long purges = acknowledged.get().purges;
    CompletableFuture<CommandAnswer> answer = core.commands().send(command);
    try {
      CommandAnswer known = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      acknowledged.updateAndGet(before -> before.with(purges, known.position()));
      return known;
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new Problem(
          504, "DEADLINE_EXCEEDED", "The engine did not answer in " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CommandFailure failure
          ? failure
          : new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Waits until searches see everything that was acknowledged through this door. */
  void catchUp() {
    try {
      core.records()
          .caughtUpWith(acknowledged.get().position)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new Problem(503, "UNAVAILABLE", "The searches lag behind the engine");
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** What was acknowledged before a purge is gone and must not be waited for. */
  void forget() {
    acknowledged.updateAndGet(before -> new Acknowledged(before.purges + 1, -1));
  }

  private static Problem interrupted() {
    Thread.currentThread().interrupt();
    return new Problem(503, "UNAVAILABLE", "The runtime is closing");
  }
}
