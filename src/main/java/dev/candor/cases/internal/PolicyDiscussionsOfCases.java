package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.DiscussingPolicy;
import dev.candor.cases.SimilarCases;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.policy.PolicyDiscussion.Conclusion;
import dev.candor.policy.PolicyDiscussion.Draft;
import dev.candor.policy.PolicyDiscussions;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The discussion is the policies' to keep, its milestones the case's. */
@Component
@Transactional
class PolicyDiscussionsOfCases implements DiscussingPolicy {

  /** As many as people can weigh. */
  private static final int MOST = 20;

  private final PolicyDiscussions discussions;
  private final SimilarCases similar;
  private final Timeline timeline;
  private final Clock clock;

  PolicyDiscussionsOfCases(
      PolicyDiscussions discussions, SimilarCases similar, Timeline timeline, Clock clock) {
    this.discussions = discussions;
    this.similar = similar;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  public void open(CaseReference reference, String discussion) {
    var alike = similar.to(reference, MOST).stream().map(CaseReference::value).toList();
    if (discussions.open(discussion, reference.value(), alike)) {
      timeline.add(reference, clock.instant(), null, What.DISCUSSION_OPENED, null);
    }
  }

  @Override
  public void conclude(CaseReference reference, String discussion, Conclusion conclusion) {
    if (discussions.conclude(discussion, conclusion)) {
      timeline.add(
          reference,
          conclusion.at(),
          conclusion.by(),
          What.DISCUSSION_CONCLUDED,
          conclusion.conclusion());
    }
  }

  @Override
  public void draft(CaseReference reference, String discussion, Draft draft) {
    if (discussions.draft(discussion, draft)) {
      timeline.add(reference, draft.at(), draft.by(), What.POLICY_DRAFTED, draft.policy());
    }
  }
}
