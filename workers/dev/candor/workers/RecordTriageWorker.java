package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.CaseRegister.Triage;
import dev.candor.cases.Severity;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.ProcessInstanceKey;
import io.camunda.client.annotation.VariablesAsType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Writes severity, desk and deadline into the register; answers the deadline on record. */
@Component
public class RecordTriageWorker {

  private final CaseRegister register;
  private final Clock clock;

  RecordTriageWorker(CaseRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  @JobWorker(type = JobTypes.RECORD_TRIAGE)
  public ReviewDeadline record(@VariablesAsType Triaged job, @ProcessInstanceKey long instance) {
    var dueAt = clock.instant().plus(job.reviewTime()).truncatedTo(ChronoUnit.SECONDS);
    var triage = new Triage(Severity.valueOf(job.severity()), job.desk(), dueAt, instance);
    var reference = new CaseReference(job.caseReference());
    return new ReviewDeadline(register.recordTriage(reference, triage).toString());
  }

  /**
   * @param reviewHours hours the desk has; parts of an hour are allowed
   */
  record Triaged(String caseReference, String severity, BigDecimal reviewHours, String desk) {

    Duration reviewTime() {
      var seconds = reviewHours.multiply(BigDecimal.valueOf(3600));
      return Duration.ofSeconds(seconds.setScale(0, RoundingMode.CEILING).longValueExact());
    }
  }

  /**
   * @param reviewDueAt ISO 8601
   */
  record ReviewDeadline(String reviewDueAt) {}
}
