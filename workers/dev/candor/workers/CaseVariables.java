package dev.candor.workers;

import dev.candor.cases.CaseReference;

/** All that most jobs need to know. */
record CaseVariables(String caseReference) implements OfACase {

  CaseReference reference() {
    return new CaseReference(caseReference);
  }
}
