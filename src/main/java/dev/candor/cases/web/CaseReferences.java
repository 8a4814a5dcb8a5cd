package dev.candor.cases.web;

import dev.candor.cases.CaseReference;
import dev.candor.cases.UnknownCase;

/** References in addresses: what cannot be one is the reference of no case. */
final class CaseReferences {

  private CaseReferences() {}

  static CaseReference of(String text) {
    return CaseReference.ifOne(text).orElseThrow(UnknownCase::new);
  }
}
