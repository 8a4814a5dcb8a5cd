package dev.candor.cases.web;

import dev.candor.cases.CaseReference;
import dev.candor.cases.UnknownCase;
import java.util.Optional;

/** References in addresses: what cannot be one is the reference of no case. */
final class CaseReferences {

  private CaseReferences() {}

  static CaseReference of(String text) {
    return ifOne(text).orElseThrow(UnknownCase::new);
  }

  static Optional<CaseReference> ifOne(String text) {
    try {
      return Optional.of(new CaseReference(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
