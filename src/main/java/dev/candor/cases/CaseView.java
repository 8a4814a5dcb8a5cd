package dev.candor.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a person may see it. With {@link NeedToKnow.Sight#STATE} it holds what they flagged,
 * where it stands and how it ended; handling, reasons and names are left out.
 *
 * @param stage where it stands, in words
 * @param flagger a person's id, as are all that say who
 */
public record CaseView(
    String reference,
    NeedToKnow.Sight sight,
    RequestType type,
    @Nullable Severity severity,
    @Nullable String desk,
    String market,
    String principal,
    PrincipalKind principalKind,
    String principalCountry,
    String sender,
    @Nullable String relationship,
    Channel channel,
    String ask,
    @Nullable String legalBasis,
    boolean wantsToStayHidden,
    @Nullable String audience,
    boolean politicalContent,
    boolean paid,
    boolean threat,
    LocalDate receivedOn,
    String stage,
    CaseState state,
    String flagger,
    Instant flaggedAt,
    @Nullable Instant reviewDueAt,
    boolean reviewOverdue,
    boolean withdrawalAsked,
    @Nullable Long processInstanceKey,
    List<Recommendation> recommendations,
    @Nullable Decision decision,
    List<CaseTasks.CaseTask> tasks,
    List<TimelineEntry> timeline,
    @JsonUnwrapped Alongside alongside) {

  public record Recommendation(
      String by, String role, RecommendationKind recommendation, String rationale, Instant at) {}

  /** Who decided and why is null for those who see the state only. */
  public record Decision(
      Outcome outcome,
      List<Ground> grounds,
      @Nullable String rationale,
      @Nullable String dissent,
      boolean policyDiscussion,
      @Nullable String by,
      Instant at) {}

  /** A policy's clause in the version that was in force when the request was received. */
  public record Ground(String code, String policy, String version, String clause) {}

  /**
   * @param who a person's id; null when the service itself did it
   * @param what a code, such as {@code TRIAGED}
   * @param detail codes only, such as the outcome
   */
  public record TimelineEntry(
      Instant at, @Nullable String who, String what, @Nullable String detail) {}
}
