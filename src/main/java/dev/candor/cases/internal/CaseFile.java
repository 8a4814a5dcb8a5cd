package dev.candor.cases.internal;

import static dev.candor.cases.CaseState.AWAITING_DECISION;
import static dev.candor.cases.CaseState.CLOSED;
import static dev.candor.cases.CaseState.DECIDED;
import static dev.candor.cases.CaseState.FLAGGED;
import static dev.candor.cases.CaseState.IN_REVIEW;
import static dev.candor.cases.CaseState.WITHDRAWN;

import dev.candor.access.PersonId;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.CaseState;
import dev.candor.cases.Decider;
import dev.candor.cases.Severity;
import dev.candor.cases.WrongOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, and which steps it can take from there: FLAGGED, IN_REVIEW,
 * AWAITING_DECISION, DECIDED, CLOSED, and WITHDRAWN from anything before DECIDED. A step that was
 * taken already answers the same file; one out of order throws {@link WrongOrder}.
 */
record CaseFile(
    CaseReference reference,
    PersonId flagger,
    LocalDate receivedOn,
    CaseState state,
    @Nullable Severity severity,
    @Nullable String desk,
    @Nullable Decider decider,
    @Nullable Long processInstanceKey,
    boolean reviewOverdue,
    boolean withdrawalAsked) {

  CaseFile carriedBy(long instance) {
    return processInstanceKey != null
        ? this
        : new CaseFile(
            reference,
            flagger,
            receivedOn,
            state,
            severity,
            desk,
            decider,
            instance,
            reviewOverdue,
            withdrawalAsked);
  }

  CaseFile triaged(Triage triage) {
    if (severity != null) {
      return this;
    }
    require(state == FLAGGED, "triaged");
    return new CaseFile(
        reference,
        flagger,
        receivedOn,
        IN_REVIEW,
        triage.severity(),
        triage.desk(),
        decider,
        processInstanceKey,
        reviewOverdue,
        withdrawalAsked);
  }

  /** There may be several reviews, one after the other. */
  void requireInReview(String step) {
    require(state == IN_REVIEW, step);
  }

  CaseFile overdueInReview() {
    if (reviewOverdue) {
      return this;
    }
    require(state == IN_REVIEW, "overdue in review");
    return with(IN_REVIEW, true, withdrawalAsked);
  }

  void requireDecided(String step) {
    require(state == DECIDED || state == CLOSED, step);
  }

  /** From the desk to who decides, and from the head of the desk on to counsel; never back. */
  CaseFile passedTo(Decider next) {
    if (decider == next || decider == Decider.GENERAL_COUNSEL) {
      return this;
    }
    require(state == IN_REVIEW || state == AWAITING_DECISION, "passed on");
    return new CaseFile(
        reference,
        flagger,
        receivedOn,
        AWAITING_DECISION,
        severity,
        desk,
        next,
        processInstanceKey,
        reviewOverdue,
        withdrawalAsked);
  }

  CaseFile decided() {
    require(state == AWAITING_DECISION, "decided");
    return in(DECIDED);
  }

  CaseFile closed() {
    if (state == CLOSED) {
      return this;
    }
    require(state == DECIDED, "closed");
    return in(CLOSED);
  }

  CaseFile askedToWithdraw() {
    if (state == WITHDRAWN || withdrawalAsked) {
      return this;
    }
    requireUndecided();
    return with(state, reviewOverdue, true);
  }

  CaseFile withdrawn() {
    if (state == WITHDRAWN) {
      return this;
    }
    requireUndecided();
    return in(WITHDRAWN);
  }

  private void requireUndecided() {
    require(
        state == FLAGGED || state == IN_REVIEW || state == AWAITING_DECISION, "withdrawn any more");
  }

  private void require(boolean allowed, String step) {
    if (!allowed) {
      throw new WrongOrder(state, step);
    }
  }

  private CaseFile in(CaseState next) {
    return next == state ? this : with(next, reviewOverdue, withdrawalAsked);
  }

  private CaseFile with(CaseState next, boolean overdue, boolean askedToWithdraw) {
    return new CaseFile(
        reference,
        flagger,
        receivedOn,
        next,
        severity,
        desk,
        decider,
        processInstanceKey,
        overdue,
        askedToWithdraw);
  }
}
