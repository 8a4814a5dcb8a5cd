package dev.candor.runtime.internal.http;

/** Answers one kind of request, on a virtual thread of its own. */
@FunctionalInterface
public interface Handler {

  /**
   * May block.
   *
   * @throws Problem where it cannot be answered as asked
   */
  Reply handle(Exchange exchange);
}
