package dev.candor.workers;

import dev.candor.calendar.Deadlines;
import dev.candor.calendar.Deadlines.Step;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the deadline of a task before it begins: a start listener of user tasks, whose header {@code
 * step} names a row of the table {@code deadlines}. The engine answers the table, so no transaction
 * is open meanwhile.
 */
@Component
public class SetDeadlineWorker {

  private final Deadlines deadlines;

  SetDeadlineWorker(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  @JobWorker(type = JobTypes.SET_DEADLINE)
  @Transactional(propagation = Propagation.NEVER)
  public Deadline set(
      @VariablesAsType Begun job,
      @CustomHeaders Map<String, String> headers,
      @ElementInstanceKey long elementInstance) {
    var step = headers.getOrDefault("step", "");
    var deadline =
        deadlines.set(
            new Step(
                elementInstance,
                job.caseReference(),
                step,
                job.severity(),
                job.desk(),
                job.market()));
    return new Deadline(deadline.dueAt().toString(), deadline.remindAt().toString());
  }

  /**
   * @param market absent where the process does not know it
   */
  record Begun(String caseReference, String severity, String desk, @Nullable String market)
      implements OfACase {}

  /** ISO 8601, UTC; the diagram's due date and timers read them. */
  record Deadline(String dueAt, String remindAt) {}
}
