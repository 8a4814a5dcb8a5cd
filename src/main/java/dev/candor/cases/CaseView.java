package dev.candor.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a person may see it. With {@link NeedToKnow.Sight#STATE} it holds what they flagged,
 * where it stands and how it ended; handling, reasons and names are left out.
 *
 * @param flag as it reads with the corrections that they see
 * @param stage where it stands, in words
 * @param flagger a person's id, as are all that say who
 */
public record CaseView(
    String reference,
    NeedToKnow.Sight sight,
    @Nullable Severity severity,
    @Nullable String desk,
    @JsonUnwrapped Flag flag,
    String stage,
    CaseState state,
    String flagger,
    Instant flaggedAt,
    boolean reviewOverdue,
    boolean withdrawalAsked,
    @Nullable Long processInstanceKey,
    List<Recommendation> recommendations,
    @Nullable Decision decision,
    Handling handling,
    List<CaseTasks.CaseTask> tasks,
    List<TimelineEntry> timeline,
    @JsonUnwrapped Alongside alongside) {

  /** By whose calendar its deadlines were set: a correction changes no way that a case took. */
  public String marketOfItsWay() {
    return handling.corrections().stream()
        .filter(each -> each.isOf(Correctable.MARKET))
        .findFirst()
        .map(Correction::was)
        .orElse(flag.market());
  }

  /**
   * What was put beside the case and what was written on the way; empty without content.
   *
   * @param decider who decides; null until it is passed on
   * @param awaitingAnswer we wait for what the other side was asked to write
   * @param answer what the other side wrote
   * @param precedents those that the viewer may know of, the nearest first
   */
  public record Handling(
      @Nullable Decider decider,
      List<Correction> corrections,
      List<Precedent> precedents,
      List<PossibleGround> grounds,
      boolean awaitingAnswer,
      @Nullable Written answer,
      @Nullable Written reply,
      @Nullable Written carriedOut) {

    public static final Handling NOT_SHOWN =
        new Handling(null, List.of(), List.of(), List.of(), false, null, null, null);
  }

  /**
   * An earlier decided case, and why it is alike.
   *
   * @param likeness facts in common
   * @param words in common, as the ask of the later case writes them
   * @param items accounts and items that both name, as the later case writes them
   * @param opened by whom from the later case, the earliest first
   */
  public record Precedent(
      @JsonUnwrapped CaseLine line,
      List<Likeness> likeness,
      List<String> words,
      List<String> items,
      List<Opened> opened) {}

  /** Who opened a precedent from the case it stands beside, and when first. */
  public record Opened(String by, Instant at) {}

  /**
   * What of the flag was completed or corrected afterwards.
   *
   * @param field as the flag calls it, with its values as {@link Correctable} has them as text
   * @param value what stands from then on; null when there is none
   * @param was what stood before, at first what was flagged; null when there was none
   * @param reason null when the task that completes the facts asked for it
   */
  public record Correction(
      String field,
      @Nullable String value,
      @Nullable String was,
      @Nullable String reason,
      String by,
      Instant at) {

    public boolean isOf(Correctable other) {
      return field.equals(other.field());
    }
  }

  /**
   * A policy's clause on which the request could be refused, in the version of the day it was
   * received.
   *
   * @param assessment whether policy specialists assess it
   */
  public record PossibleGround(
      String code, String policy, String version, String clause, boolean assessment) {}

  public record Written(String text, String by, Instant at) {}

  public record Recommendation(
      String by, Reviewer role, RecommendationKind recommendation, String rationale, Instant at) {}

  /**
   * Who decided and why is null for those who see the state only.
   *
   * @param conditions on which it holds; null when there are none
   * @param departure why it is another than most precedents; null when it is not
   */
  public record Decision(
      Outcome outcome,
      List<Ground> grounds,
      @Nullable String rationale,
      @Nullable String conditions,
      @Nullable String dissent,
      @Nullable String departure,
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
