package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.NewDecision;
import dev.candor.cases.Outcome;
import dev.candor.process.JobTypes;
import dev.candor.tasks.Submissions;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import org.springframework.stereotype.Component;

/** Writes the decision back into the register, once per submission. */
@Component
public class RecordDecisionWorker {

  private final CaseRegister register;
  private final Submissions submissions;

  RecordDecisionWorker(CaseRegister register, Submissions submissions) {
    this.register = register;
    this.submissions = submissions;
  }

  @JobWorker(type = JobTypes.RECORD_DECISION)
  public void record(@VariablesAsType SubmissionVariables job) {
    var submission = submissions.get(job.id());
    var entered = new Entered(submission.values());
    register.recordDecision(
        new CaseReference(job.caseReference()),
        new NewDecision(
            submission.id(),
            submission.by(),
            Outcome.valueOf(entered.text("outcome")),
            entered.texts("grounds"),
            entered.text("rationale"),
            entered.textIfAny("conditions"),
            entered.textIfAny("dissent"),
            entered.textIfAny("departure"),
            entered.yes("policyDiscussion"),
            submission.at()));
  }
}
