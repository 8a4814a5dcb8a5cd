package dev.candor.policy;

import dev.candor.policy.PolicyDiscussion.Conclusion;
import dev.candor.policy.PolicyDiscussion.Draft;
import dev.candor.policy.PolicyDiscussion.Opinion;
import java.util.List;

/**
 * The discussions that cases give rise to, and the drafts of new policy versions that come of them.
 * Every call has its effect once, however often it is made; nothing is overwritten.
 */
public interface PolicyDiscussions {

  /**
   * @param reference the case it comes from
   * @param similarCases references, nearest first; kept as they are at this moment
   * @return false when it was opened before
   */
  boolean open(String discussion, String reference, List<String> similarCases);

  /**
   * @return false when it was added before
   */
  boolean add(String discussion, Opinion opinion);

  /**
   * @return false when it was concluded before; the first conclusion stays
   */
  boolean conclude(String discussion, Conclusion conclusion);

  /**
   * @return false when there is a draft already; the first one stays
   */
  boolean draft(String discussion, Draft draft);

  /** Those that a case gave rise to, earliest first. */
  List<PolicyDiscussion> of(String reference);
}
