package dev.candor.process;

/**
 * The route of one case, in business words. Calls are kept in an outbox inside the caller's
 * transaction and reach the engine at least once with the effect of once: messages carry an id, and
 * one reference has one process.
 */
public interface SensitiveRequestProcess {

  /** Sets the route of a case going (message {@code Msg_RequestFlagged}). */
  void begin(String reference, RoutingFacts facts);

  /** What was asked for in writing has come (message {@code Msg_AnswerArrived}). */
  void answerArrived(String reference);

  /** The request is withdrawn (message {@code Msg_RequestWithdrawn}). */
  void withdraw(String reference);

  /**
   * A legal hold is set (message {@code Msg_LegalHoldSet}).
   *
   * @param hold which one: a case can be held again
   */
  void holdSet(String reference, long hold);
}
