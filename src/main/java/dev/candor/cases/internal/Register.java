package dev.candor.cases.internal;

import dev.candor.access.Groups;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseView.Ground;
import dev.candor.cases.Decider;
import dev.candor.cases.Flag;
import dev.candor.cases.FourEyes;
import dev.candor.cases.HandOver;
import dev.candor.cases.Reviewer;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.policy.Grounds;
import dev.candor.process.SensitiveRequestProcess;
import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes each step in one transaction, under a lock on the case. */
@Component
@Transactional
class Register implements CaseRegister {

  private final OpeningACase opening;
  private final CaseFiles files;
  private final Timeline timeline;
  private final Circle circle;
  private final Findings findings;
  private final Grounds grounds;
  private final SensitiveRequestProcess process;
  private final Clock clock;

  Register(
      OpeningACase opening,
      CaseFiles files,
      Timeline timeline,
      Circle circle,
      Findings findings,
      Grounds grounds,
      SensitiveRequestProcess process,
      Clock clock) {
    this.opening = opening;
    this.files = files;
    this.timeline = timeline;
    this.circle = circle;
    this.findings = findings;
    this.grounds = grounds;
    this.process = process;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public CaseReference open(Flag flag, PersonId flagger, @Nullable String idempotencyKey) {
    return opening.open(flag, flagger, idempotencyKey);
  }

  @Override
  public void carriedBy(CaseReference reference, long processInstanceKey) {
    step(reference, file -> file.carriedBy(processInstanceKey));
  }

  @Override
  public void recordTriage(CaseReference reference, Triage triage) {
    if (step(reference, file -> file.triaged(triage))) {
      circle.admit(reference, Set.of(Groups.desk(triage.desk())), clock.instant());
      timeline.add(reference, clock.instant(), null, What.TRIAGED, triage.severity());
    }
  }

  @Override
  public void admit(CaseReference reference, Set<String> groups) {
    circle.admit(reference, groups, clock.instant());
  }

  @Override
  public void join(CaseReference reference, PersonId person) {
    if (circle.join(reference, person, clock.instant())) {
      timeline.add(reference, clock.instant(), person, What.JOINED, null);
    }
  }

  @Override
  public void recordRecommendation(CaseReference reference, NewRecommendation recommendation) {
    var file = files.lock(reference);
    if (findings.hasRecommendation(recommendation.submission())) {
      return;
    }
    file.requireInReview("reviewed");
    var disagrees =
        recommendation.role() == Reviewer.SECOND_REVIEWER
            && findings.latest(reference, Reviewer.DESK) != recommendation.recommendation();
    findings.insert(reference, recommendation);
    circle.join(reference, recommendation.by(), clock.instant());
    timeline.add(
        reference,
        recommendation.at(),
        recommendation.by(),
        What.RECOMMENDED,
        recommendation.recommendation());
    if (disagrees) {
      timeline.add(reference, recommendation.at(), null, What.DISAGREED, null);
    }
  }

  @Override
  public void escalateOverdueReview(CaseReference reference) {
    if (step(reference, CaseFile::overdueInReview)) {
      timeline.add(reference, clock.instant(), null, What.REVIEW_OVERDUE, null);
    }
  }

  @Override
  public void passOn(CaseReference reference, Decider decider) {
    if (step(reference, file -> file.passedTo(decider))) {
      timeline.add(reference, clock.instant(), null, What.PASSED_ON, decider);
    }
  }

  @Override
  public void noteOverdue(CaseReference reference, String step, long occasion) {
    files.lock(reference);
    timeline.addOnce(reference, clock.instant(), What.STEP_OVERDUE, step, occasion);
  }

  @Override
  public void recordDecision(CaseReference reference, NewDecision decision) {
    var file = files.lock(reference);
    if (findings.hasDecision(decision.submission())) {
      return;
    }
    var decided = file.decided();
    if (file.flagger().equals(decision.by()) || findings.hasRecommended(reference, decision.by())) {
      throw new FourEyes();
    }
    files.save(decided);
    findings.insert(
        reference,
        decision,
        decision.grounds().stream()
            .distinct()
            .map(code -> grounds.inForceOn(code, file.receivedOn()))
            .map(found -> new Ground(found.code(), found.policy(), found.version(), found.clause()))
            .toList());
    circle.join(reference, decision.by(), clock.instant());
    timeline.add(reference, decision.at(), decision.by(), What.DECIDED, decision.outcome());
  }

  @Override
  public void close(CaseReference reference) {
    if (step(reference, CaseFile::closed)) {
      timeline.add(reference, clock.instant(), null, What.CLOSED, null);
    }
  }

  @Override
  public void askToWithdraw(CaseReference reference, PersonId by) {
    if (step(reference, CaseFile::askedToWithdraw)) {
      timeline.add(reference, clock.instant(), by, What.WITHDRAWAL_ASKED, null);
      process.withdraw(reference.value());
    }
  }

  @Override
  public void recordWithdrawal(CaseReference reference) {
    if (step(reference, CaseFile::withdrawn)) {
      timeline.add(reference, clock.instant(), null, What.WITHDRAWN, null);
    }
  }

  @Override
  public void noteNobodyLeft(CaseReference reference, String element) {
    timeline.add(reference, clock.instant(), null, What.NOBODY_LEFT, element);
  }

  @Override
  public void noteHandOver(
      CaseReference reference, HandOver how, @Nullable PersonId by, PersonId person) {
    timeline.add(reference, clock.instant(), by, What.valueOf(how.name()), person);
  }

  @Override
  @Transactional(readOnly = true)
  public Parties parties(CaseReference reference) {
    var file = files.find(reference).orElseThrow(UnknownCase::new);
    return new Parties(
        file.flagger(),
        file.desk() == null ? null : Groups.desk(file.desk()),
        circle.participants(reference));
  }

  /**
   * @return false when the step was taken before; nothing is written then
   */
  private boolean step(CaseReference reference, UnaryOperator<CaseFile> step) {
    var file = files.lock(reference);
    var next = step.apply(file);
    if (next == file) {
      return false;
    }
    files.save(next);
    return true;
  }
}
