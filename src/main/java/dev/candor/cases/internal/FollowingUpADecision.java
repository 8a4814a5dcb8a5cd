package dev.candor.cases.internal;

import dev.candor.cases.CaseReference;
import dev.candor.cases.FollowingUp;
import dev.candor.cases.internal.Timeline.What;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class FollowingUpADecision implements FollowingUp {

  private final CaseFiles files;
  private final Timeline timeline;
  private final Circle circle;
  private final Correspondence correspondence;

  FollowingUpADecision(
      CaseFiles files, Timeline timeline, Circle circle, Correspondence correspondence) {
    this.files = files;
    this.timeline = timeline;
    this.circle = circle;
    this.correspondence = correspondence;
  }

  @Override
  public void recordReply(CaseReference reference, Written reply) {
    files.lock(reference).requireDecided("replied to");
    if (correspondence.keepReply(reference, reply)) {
      note(reference, reply, What.REPLIED);
    }
  }

  @Override
  public void recordCarriedOut(CaseReference reference, Written done) {
    files.lock(reference).requireDecided("carried out");
    if (correspondence.keepCarriedOut(reference, done)) {
      note(reference, done, What.CARRIED_OUT);
    }
  }

  private void note(CaseReference reference, Written written, What what) {
    circle.join(reference, written.by(), written.at());
    timeline.add(reference, written.at(), written.by(), what, null);
  }
}
