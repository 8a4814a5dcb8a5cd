package dev.candor.cases.pages;

import dev.candor.web.Times.Due;
import dev.candor.web.Times.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a page shows it to one person, in their zone and in words.
 *
 * @param mark of the case as it is shown; null on paper
 * @param content false for the flagger's sight: what they flagged, where it stands, how it ended
 * @param stands a sentence that says where it stands
 * @param mine the open task that this person may take up; null when there is none
 * @param route null until the engine has begun it, and without content
 */
public record CasePage(
    String reference,
    @Nullable String mark,
    boolean content,
    String state,
    @Nullable String severity,
    @Nullable String desk,
    @Nullable Due due,
    String stands,
    @Nullable TaskLine mine,
    String flagger,
    RequestPart request,
    List<Opinion> recommendations,
    @Nullable Verdict decision,
    List<TaskLine> tasks,
    List<Entry> timeline,
    @Nullable RouteInWords route,
    boolean mayWithdraw,
    CorrectionsPage corrections,
    HandlingPage handling,
    AsidePage aside,
    FilesPage files,
    boolean mayTakeDossier,
    boolean mayTakePressDossier) {

  public Latest<Entry> latestEntries() {
    return Latest.of(timeline);
  }

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
      @Nullable String legalBasis,
      List<String> items,
      @Nullable String replyWantedBy) {}

  public record Opinion(
      String code, String by, @Nullable String role, Moment at, String rationale) {}

  /** Who and why is null without content. */
  public record Verdict(
      String outcome,
      @Nullable String by,
      Moment at,
      List<Ground> grounds,
      @Nullable String rationale,
      @Nullable String conditions,
      @Nullable String dissent,
      @Nullable String departure,
      boolean policyDiscussion) {}

  /**
   * @param source policy, version and clause
   */
  public record Ground(String code, String version, String source) {}

  /**
   * @param state key of its words
   * @param who who has it or did it, or which groups it is offered to
   * @param open whether it is still to be done, and this person may open it
   */
  public record TaskLine(
      String id, String name, String state, String who, @Nullable Due due, boolean open) {}

  /**
   * @param what key of its words
   * @param detail key of the words of what came of it; null when there is nothing to add
   * @param whom to whom, or whose it was, by name; null when nobody
   */
  public record Entry(
      Moment at,
      String what,
      @Nullable String detail,
      @Nullable String whom,
      @Nullable String who) {}

  /**
   * @param passed names of the elements that were completed, in the diagram's order
   * @param here names of those that are running
   */
  public record RouteInWords(List<String> passed, List<String> here, List<DiagramLine> diagrams) {}

  /**
   * A diagram to draw: the whole route first, then what it called, in that order.
   *
   * @param key of its process instance
   * @param folded whether it is drawn only when somebody opens it, because it has ended
   */
  public record DiagramLine(long key, String name, boolean folded) {}
}
