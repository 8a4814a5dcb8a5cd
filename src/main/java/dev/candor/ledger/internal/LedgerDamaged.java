package dev.candor.ledger.internal;

/** The ledger's own tables do not hold what they must: somebody removed it. */
class LedgerDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerDamaged(String message) {
    super(message);
  }
}
