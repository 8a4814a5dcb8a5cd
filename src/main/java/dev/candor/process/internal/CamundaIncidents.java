package dev.candor.process.internal;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.Incidents;
import dev.candor.process.ProcessPictures;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import java.util.List;
import org.springframework.stereotype.Component;

/** Incidents of the engine, each with the case it holds up. */
@Component
class CamundaIncidents implements Incidents {

  private static final int MOST = 1000;
  private static final int RETRIES = 3;

  private final CamundaClient camunda;
  private final CaseReferencesOf references;
  private final ProcessPictures pictures;

  CamundaIncidents(CamundaClient camunda, CaseReferencesOf references, ProcessPictures pictures) {
    this.camunda = camunda;
    this.references = references;
    this.pictures = pictures;
  }

  @Override
  public List<Incident> open() {
    try {
      var found =
          camunda
              .newIncidentSearchRequest()
              .filter(filter -> filter.state(IncidentState.ACTIVE))
              .sort(sort -> sort.creationTime().asc())
              .page(page -> page.limit(MOST))
              .send()
              .join()
              .items();
      var keys =
          found.stream().map(incident -> incident.getProcessInstanceKey()).distinct().toList();
      var cases = references.instances(keys);
      return found.stream()
          .map(
              incident ->
                  new Incident(
                      incident.getIncidentKey(),
                      cases.getOrDefault(incident.getProcessInstanceKey(), ""),
                      incident.getProcessDefinitionId(),
                      incident.getProcessDefinitionKey(),
                      incident.getElementId(),
                      pictures.elementName(
                          incident.getProcessDefinitionKey(), incident.getElementId()),
                      IncidentCause.inWords(incident),
                      incident.getCreationTime().toInstant()))
          .toList();
    } catch (EngineUnavailable away) {
      throw away;
    } catch (RuntimeException e) {
      throw new EngineUnavailable(EngineFailure.of(e));
    }
  }

  @Override
  public boolean retry(long key) {
    try {
      var incident = camunda.newIncidentGetRequest(key).send().join();
      var job = incident.getJobKey();
      if (job != null && job > 0) {
        camunda.newUpdateRetriesCommand(job).retries(RETRIES).send().join();
      }
      camunda.newResolveIncidentCommand(key).send().join();
      return true;
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      if (failure.kind() == EngineFailure.Kind.UNREACHABLE) {
        throw new EngineUnavailable(failure);
      }
      return false;
    }
  }
}
