package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.cases.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What somebody may do to a case by their role alone, without knowing it: the service does it for
 * them, in a transaction that sees this one case.
 */
@Component
class OnOneCase {

  private final TransactionTemplate transaction;

  OnOneCase(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /**
   * @param service the part of the service that does it
   */
  void carryOut(String service, CaseReference reference, Runnable work) {
    Acting.asServiceOn(
        service,
        reference.value(),
        () -> {
          transaction.executeWithoutResult(status -> work.run());
          return true;
        });
  }
}
