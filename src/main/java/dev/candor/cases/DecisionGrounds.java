package dev.candor.cases;

import java.util.Collection;
import java.util.Set;

/** On which grounds a case can be decided: those in force on the day its request was received. */
public interface DecisionGrounds {

  /**
   * @return of these ground codes the ones that were not in force for this case, in their order
   * @throws UnknownCase when there is no such case
   */
  Set<String> notInForce(CaseReference reference, Collection<String> codes);
}
