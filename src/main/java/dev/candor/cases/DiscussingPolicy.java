package dev.candor.cases;

import dev.candor.policy.PolicyDiscussion.Conclusion;
import dev.candor.policy.PolicyDiscussion.Draft;

/**
 * A case gives rise to a discussion of our policies. Every call has its effect once, however often
 * it is made; what happened is on the case's timeline.
 */
public interface DiscussingPolicy {

  /**
   * Opens the discussion and keeps with it the cases that resemble this one.
   *
   * @throws UnknownCase when there is no such case
   */
  void open(CaseReference reference, String discussion);

  /** The first conclusion stays. */
  void conclude(CaseReference reference, String discussion, Conclusion conclusion);

  /** A proposed change becomes the draft of a new policy version. */
  void draft(CaseReference reference, String discussion, Draft draft);
}
