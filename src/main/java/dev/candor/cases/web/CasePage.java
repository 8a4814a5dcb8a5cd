package dev.candor.cases.web;

import dev.candor.web.Times.Due;
import dev.candor.web.Times.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a page shows it to one person, in their zone and in words.
 *
 * @param content false for the flagger's sight: where it stands, nothing that was written
 * @param stands a sentence that says where it stands
 * @param mine the open task that this person may take up; null when there is none
 * @param request null without content
 * @param route null until the engine has begun it, and without content
 */
public record CasePage(
    String reference,
    boolean content,
    String state,
    @Nullable String severity,
    @Nullable String desk,
    @Nullable Due due,
    String stands,
    @Nullable TaskLine mine,
    @Nullable String flagger,
    @Nullable RequestPart request,
    List<Opinion> recommendations,
    @Nullable Verdict decision,
    List<TaskLine> tasks,
    List<Entry> timeline,
    @Nullable RouteInWords route,
    boolean mayWithdraw) {

  /**
   * @param marks what makes it delicate, in words
   */
  public record RequestPart(
      String type,
      String ask,
      List<String> marks,
      String sender,
      @Nullable String relationship,
      String principal,
      String principalKind,
      String principalCountry,
      String market,
      String channel,
      String receivedOn,
      @Nullable String audience,
      @Nullable String legalBasis) {}

  public record Opinion(
      String code, String by, @Nullable String role, Moment at, String rationale) {}

  public record Verdict(
      String outcome,
      String by,
      Moment at,
      List<Ground> grounds,
      String rationale,
      @Nullable String dissent,
      boolean policyDiscussion) {}

  /**
   * @param source policy, version and clause; null when the register names none
   */
  public record Ground(String code, @Nullable String source) {}

  /**
   * @param open whether it is still to be done, and this person may open it
   */
  public record TaskLine(
      String id, String name, String state, String who, @Nullable Due due, boolean open) {}

  public record Entry(Moment at, String what, @Nullable String who) {}

  /**
   * @param passed names of the elements that were completed, in the diagram's order
   * @param here names of those that are running
   */
  public record RouteInWords(List<String> passed, List<String> here) {}
}
