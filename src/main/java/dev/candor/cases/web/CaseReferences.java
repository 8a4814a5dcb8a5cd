package dev.candor.cases.web;

import dev.candor.cases.CaseReference;
import dev.candor.cases.UnknownCase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** References in addresses: what cannot be one is the reference of no case. */
final class CaseReferences {

  private CaseReferences() {}

  /** None where nothing is named, or nothing that can be one. */
  static Optional<CaseReference> named(@Nullable String text) {
    return text == null ? Optional.empty() : CaseReference.ifOne(text);
  }

  static CaseReference of(String text) {
    return CaseReference.ifOne(text).orElseThrow(UnknownCase::new);
  }
}
