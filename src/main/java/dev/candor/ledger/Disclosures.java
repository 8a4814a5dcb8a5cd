package dev.candor.ledger;

/** What the hashes in the ledger stand for: it can go, and the ledger stays whole. */
public interface Disclosures {

  /** Forgets, in the caller's transaction, who and what the entries on this subject tell of. */
  void forget(String subject);
}
