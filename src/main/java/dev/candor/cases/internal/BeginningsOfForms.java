package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.Flag;
import dev.candor.cases.FormBeginnings;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.UnknownCase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Known facts into the form that completes them, a drafted text into the form of the reply. */
@Component
class BeginningsOfForms implements FormBeginnings {

  private final CaseFiles files;
  private final Corrections corrections;
  private final Findings findings;

  BeginningsOfForms(CaseFiles files, Corrections corrections, Findings findings) {
    this.files = files;
    this.corrections = corrections;
    this.findings = findings;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Object> of(CaseReference reference, Collection<String> keys) {
    var known = corrections.stands(reference, files.flag(reference).orElseThrow(UnknownCase::new));
    var beginnings = new LinkedHashMap<String, Object>();
    for (var key : keys) {
      var value = beginning(key, reference, known);
      if (value != null) {
        beginnings.put(key, value);
      }
    }
    return beginnings;
  }

  private @Nullable Object beginning(String key, CaseReference reference, Flag known) {
    return switch (key) {
      case "principalKind" ->
          known.principalKind() == PrincipalKind.UNKNOWN ? null : known.principalKind().name();
      case "relationship" -> known.relationship();
      case "audience" -> known.audience();
      case "legalBasis" -> known.legalBasis();
      case "reply" ->
          findings
              .decision(reference)
              .map(decision -> DraftedReply.to(decision.outcome(), reference))
              .orElse(null);
      default -> null;
    };
  }
}
