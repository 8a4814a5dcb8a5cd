package dev.candor.cases;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where cases are opened and where each step writes back what came of it. Every method has its
 * effect once, however often it is called for the same step. Nothing is overwritten: each call adds
 * to the timeline.
 *
 * <p>All methods throw {@link UnknownCase} when there is no such case.
 */
public interface CaseRegister {

  /**
   * Opens a case and sets its process going.
   *
   * @param idempotencyKey a repeat with the same key by the same person answers the first case's
   *     reference
   */
  CaseReference open(Flag flag, PersonId flagger, @Nullable String idempotencyKey);

  /** Which process instance carries the case. */
  void carriedBy(CaseReference reference, long processInstanceKey);

  /** After triage: how grave it is, and whose it is. */
  void recordTriage(CaseReference reference, Triage triage);

  /** These groups now need to know: the stage of the case has come to them. */
  void admit(CaseReference reference, Set<String> groups);

  /** This person took a task of the case: a participant from now on. */
  void join(CaseReference reference, PersonId person);

  void recordRecommendation(CaseReference reference, NewRecommendation recommendation);

  /** The deadline of a review passed: the case goes up. */
  void escalateOverdueReview(CaseReference reference);

  /** The case goes to who decides it. */
  void passOn(CaseReference reference, Decider decider);

  /**
   * The deadline of a step passed.
   *
   * @param step its row in the table of deadlines
   * @param occasion the engine's key of what noticed it; noted once for each
   */
  void noteOverdue(CaseReference reference, String step, long occasion);

  void recordDecision(CaseReference reference, NewDecision decision);

  /** The parties were told, nothing is left to do. */
  void close(CaseReference reference);

  /**
   * Asks the process to end this case as withdrawn; {@link #recordWithdrawal} follows from there.
   */
  void askToWithdraw(CaseReference reference, PersonId by);

  void recordWithdrawal(CaseReference reference);

  /** Nobody whom an open task is offered to may take it: they stepped out, or have a part in it. */
  void noteNobodyLeft(CaseReference reference, String element);

  /**
   * A task of it came into other hands.
   *
   * @param by null when the service itself did it
   * @param person whose it is now; whose it was when the claim lapsed
   */
  void noteHandOver(CaseReference reference, HandOver how, @Nullable PersonId by, PersonId person);

  /** Who has to do with a case: its flagger, its desk, its participants. */
  Parties parties(CaseReference reference);

  record Triage(Severity severity, String desk) {}

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   */
  record NewRecommendation(
      UUID submission,
      PersonId by,
      Reviewer role,
      RecommendationKind recommendation,
      String rationale,
      Instant at) {}

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   * @param grounds ground codes; the register adds policy, version and clause as in force when the
   *     request was received
   * @param conditions on which it holds; null when there are none
   * @param departure why it is another than most precedents; null when it is not
   */
  record NewDecision(
      UUID submission,
      PersonId by,
      Outcome outcome,
      List<String> grounds,
      String rationale,
      @Nullable String conditions,
      @Nullable String dissent,
      @Nullable String departure,
      boolean policyDiscussion,
      Instant at) {}

  /**
   * @param deskGroup candidate group of the desk; null before triage
   * @param participants everybody who claimed or completed something on it
   */
  record Parties(PersonId flagger, @Nullable String deskGroup, Set<PersonId> participants) {}
}
