package dev.candor.workers;

import dev.candor.access.Groups;
import dev.candor.notification.Mails.Notice;
import dev.candor.process.RetiredJobTypes;
import dev.candor.workers.ReportOverdueWorker.Overdue;
import io.camunda.client.annotation.ElementInstanceKey;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Notes for cases on older diagrams that their decision is late, and tells the head of the desk and
 * counsel. Newer ones say all that in the job of {@link ReportOverdueWorker}.
 */
@Component
public class ReportOverdueDecisionWorker {

  private static final Map<String, String> DECISION =
      Map.of("step", "DECISION", "notice", Notice.DECISION_OVERDUE.name());

  private final ReportOverdueWorker steps;

  ReportOverdueDecisionWorker(ReportOverdueWorker steps) {
    this.steps = steps;
  }

  @JobWorker(type = RetiredJobTypes.REPORT_OVERDUE_DECISION)
  public void report(@VariablesAsType AtDesk job, @ElementInstanceKey long element) {
    var concerned = List.of(Groups.deskHead(job.desk()), Groups.COUNSEL);
    steps.report(new Overdue(job.caseReference(), concerned), DECISION, element);
  }
}
