package dev.candor.workers;

import dev.candor.cases.CaseReference;
import dev.candor.cases.PressInquiries;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts beside a press inquiry what its answer must not contradict. */
@Component
public class GatherDossierWorker {

  private final PressInquiries inquiries;

  GatherDossierWorker(PressInquiries inquiries) {
    this.inquiries = inquiries;
  }

  @JobWorker(type = JobTypes.GATHER_DOSSIER)
  public void gather(@VariablesAsType Arrived job) {
    inquiries.gatherDossier(new CaseReference(job.caseReference()), UUID.fromString(job.inquiry()));
  }

  record Arrived(String caseReference, String inquiry) implements OfACase {}
}
