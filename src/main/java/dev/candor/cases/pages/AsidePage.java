package dev.candor.cases.pages;

import dev.candor.web.Times.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside the route of a case, as its page shows it to one person.
 *
 * @param standingStill names of open tasks that nobody may take any more
 * @param mayRecuse whom this person may take off the case, besides themself
 * @param held whether it is on legal hold
 * @param openUntil when it closes to who looks, who opened it in an emergency; null for others
 */
public record AsidePage(
    List<String> standingStill,
    List<Said> discussion,
    boolean mayDiscuss,
    List<SteppedOut> recusals,
    boolean mayStepOut,
    List<Someone> mayRecuse,
    boolean held,
    List<Hold> holds,
    boolean mayHold,
    List<Inquiry> inquiries,
    boolean mayPassOnInquiry,
    List<PolicyTalk> policyTalks,
    List<Emergency> emergencies,
    @Nullable Moment openUntil,
    List<Told> told,
    List<Dissent> dissents,
    boolean mayDissent,
    List<Link> links,
    boolean mayLink) {

  public Latest<Said> latest() {
    return Latest.of(discussion);
  }

  /** When each thing was said that the discussion shows. */
  public List<Instant> saidAt() {
    return discussion.stream().map(said -> Instant.parse(said.at().iso())).toList();
  }

  /** Who opened the case without a part in it. */
  public record Emergency(String by, Moment at, Moment endsAt, String reason) {}

  /**
   * What was told to some people at once, by mail.
   *
   * @param what key of its words
   */
  public record Told(String what, Moment at, List<Reader> readers) {}

  /**
   * @param state key of its words
   * @param seenAt null until they said that they have seen it
   */
  public record Reader(String name, String state, @Nullable Moment seenAt) {}

  /** In their own words, from what was recommended or decided. */
  public record Dissent(String by, Moment at, String words) {}

  public record Link(String reference, String by, Moment at) {}

  public record Said(String by, Moment at, List<Part> parts) {}

  /**
   * A part of what somebody said.
   *
   * @param mention whether it names somebody who was told
   * @param you whether that is who looks
   */
  public record Part(String words, boolean mention, boolean you) {}

  /**
   * @param by null when they said so themselves
   */
  public record SteppedOut(String who, @Nullable String by, Moment at, String reason) {}

  public record Someone(String id, String name) {}

  public record Hold(boolean set, String by, Moment at, String reason) {}

  /**
   * @param dossier references of the cases an answer must not contradict
   */
  public record Inquiry(
      @Nullable String askedBy,
      String question,
      @Nullable Moment answerBy,
      String receivedBy,
      Moment receivedAt,
      List<String> dossier,
      List<Draft> drafts,
      @Nullable Statement statement) {}

  /**
   * @param code key of its words
   * @param words null for what counsel said to a draft
   */
  public record Draft(
      String code, String by, Moment at, @Nullable String words, String rationale) {}

  public record Statement(String answer, String words, String clearedBy, Moment at) {}

  public record PolicyTalk(
      Moment openedAt,
      List<String> similarCases,
      List<Opinion> opinions,
      @Nullable Opinion conclusion,
      @Nullable PolicyDraft draft) {}

  /**
   * @param code key of its words
   * @param spokeFor null for the conclusion
   */
  public record Opinion(
      String code, String by, @Nullable String spokeFor, Moment at, String rationale) {}

  public record PolicyDraft(
      String policy, String title, String wording, String rationale, String by, Moment at) {}
}
