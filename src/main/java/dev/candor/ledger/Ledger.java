package dev.candor.ledger;

import java.util.List;

/** The append-only record. What is written here can neither be changed nor removed unnoticed. */
public interface Ledger {

  /**
   * Writes entries, in this order, in the caller's transaction: they are there if what they tell of
   * is.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException when there is none
   */
  void record(List<LedgerEntry> entries);
}
