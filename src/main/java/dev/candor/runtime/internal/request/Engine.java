package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.command.CommandAnswer;
import dev.candor.runtime.internal.command.CommandAnswer.Accepted;
import dev.candor.runtime.internal.command.CommandAnswer.Rejected;
import dev.candor.runtime.internal.command.CommandFailure;
import dev.candor.runtime.internal.request.Refusal.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The engine as a request sees it: ask and wait; what it refuses is a {@link Refusal}. */
public final class Engine {

  public static final String TENANT = "<default>";

  /** How long a command may take when nothing else is said; listeners of a user task count. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private final RuntimeCore core;

  public Engine(RuntimeCore core) {
    this.core = core;
  }

  public RuntimeCore core() {
    return core;
  }

  /** Has the command carried out. */
  public Accepted carryOut(Command command) {
    return carryOut(command, PATIENCE);
  }

  public Accepted carryOut(Command command, Duration patience) {
    try {
      return accepted(command, patience);
    } catch (CommandFailure failure) {
      throw Refusal.of(failure);
    }
  }

  /** The same for who only looks: to them a purge, or an engine not up yet, is "nothing there". */
  public Optional<Accepted> carryOutIfRunning(Command command) {
    try {
      return Optional.of(accepted(command, PATIENCE));
    } catch (CommandFailure failure) {
      return switch (failure.kind()) {
        case PURGED, NOT_RUNNING -> Optional.empty();
        case BUSY, STORAGE, TOO_LARGE -> throw Refusal.of(failure);
      };
    }
  }

  private Accepted accepted(Command command, Duration patience) {
    return switch (ask(command, patience)) {
      case Accepted accepted -> accepted;
      case Rejected rejected -> throw Refusal.of(rejected);
    };
  }

  private CommandAnswer ask(Command command, Duration patience) {
    CompletableFuture<CommandAnswer> answer = core.commands().send(command);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new Refusal(
          Reason.DEADLINE_EXCEEDED, "The engine did not answer in " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CommandFailure failure
          ? failure
          : new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Waits until searches see everything that anybody was told, through whichever door. */
  public void catchUp() {
    try {
      core.caughtUp().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new Refusal(Reason.UNAVAILABLE, "The searches lag behind the engine");
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static Refusal interrupted() {
    Thread.currentThread().interrupt();
    return new Refusal(Reason.UNAVAILABLE, "The runtime is closing");
  }
}
