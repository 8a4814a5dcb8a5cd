package dev.candor.outbox;

/** Rows waiting to have their effect outside. */
public interface Outbox {

  /**
   * Carries out one row that is due, in a transaction of its own. What goes wrong with the row is
   * noted in the row; only trouble with the outbox itself is thrown.
   *
   * @return false when nothing more is known to be due
   */
  boolean carryOutOne();
}
