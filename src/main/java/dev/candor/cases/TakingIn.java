package dev.candor.cases;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is put beside a case before anybody reviews it. Every method has its effect once, however
 * often it is called for the same step.
 */
public interface TakingIn {

  /**
   * Adds what the flag left open; what was flagged stays as it was.
   *
   * @return the facts as they are known now, as far as they route the case
   */
  KnownFacts completeFacts(CaseReference reference, NewFacts facts);

  /** Keeps the decided cases that resemble this one. */
  void findPrecedents(CaseReference reference);

  /**
   * Keeps on which grounds the request could be refused, each in the version that was in force when
   * it was received; a ground that was not in force then is left out.
   */
  void recordGrounds(CaseReference reference, List<FoundGround> grounds);

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   * @param values of {@code principalKind}, {@code relationship}, {@code audience} and {@code
   *     legalBasis} those that were entered
   */
  record NewFacts(UUID submission, PersonId by, Map<String, String> values, Instant at) {}

  record KnownFacts(PrincipalKind principalKind, boolean legalBasisGiven) {}

  /**
   * @param code such as {@code POLITICAL_ADVERTISING}
   * @param assessment whether policy specialists have to assess it
   */
  record FoundGround(String code, boolean assessment) {}
}
