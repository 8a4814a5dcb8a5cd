package dev.candor.runtime.internal.command;

import java.util.concurrent.CompletableFuture;

/** The one way to make the engine do something. */
public interface CommandGateway {

  /**
   * Hands a command to the engine. Never blocks on the engine; the future completes on a virtual
   * thread, with {@link CommandFailure} where the engine could not be asked. Cancelling it only
   * means that nobody waits: the command is carried out all the same.
   */
  CompletableFuture<CommandAnswer> send(Command command);

  /**
   * The same for a command to which the engine gives no answer (YIELD is one): nobody waits, and
   * nothing is remembered. It is lost where the engine cannot be asked.
   */
  void tell(Command command);

  /** Whether so many wait for answers that it serves them better to be served together. */
  boolean isCrowded();
}
