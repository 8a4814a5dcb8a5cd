package dev.candor.cases.internal;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.NotAsked;
import dev.candor.cases.PuttingInWriting;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.process.SensitiveRequestProcess;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class PuttingARequestInWriting implements PuttingInWriting {

  private final CaseFiles files;
  private final Timeline timeline;
  private final Correspondence correspondence;
  private final SensitiveRequestProcess process;
  private final Clock clock;

  PuttingARequestInWriting(
      CaseFiles files,
      Timeline timeline,
      Correspondence correspondence,
      SensitiveRequestProcess process,
      Clock clock) {
    this.files = files;
    this.timeline = timeline;
    this.correspondence = correspondence;
    this.process = process;
    this.clock = clock;
  }

  @Override
  public void ask(CaseReference reference) {
    files.lock(reference).requireInReview("asked for in writing");
    note(reference, What.ASKED_IN_WRITING);
  }

  @Override
  public void answer(CaseReference reference, String answer, PersonId enteredBy) {
    var file = files.lock(reference);
    if (file.state() != CaseState.IN_REVIEW || !Timeline.awaitsAnswer(timeline.of(reference))) {
      throw new NotAsked();
    }
    correspondence.keepAnswer(reference, answer, enteredBy, clock.instant());
    timeline.add(reference, clock.instant(), enteredBy, What.ANSWERED, null);
    process.answerArrived(reference.value());
  }

  @Override
  public void noteSilence(CaseReference reference) {
    files.lock(reference);
    note(reference, What.NOT_ANSWERED);
  }

  private void note(CaseReference reference, What what) {
    if (!timeline.has(reference, what)) {
      timeline.add(reference, clock.instant(), null, what, null);
    }
  }
}
