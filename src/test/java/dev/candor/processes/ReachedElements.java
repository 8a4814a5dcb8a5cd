package dev.candor.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.ProcessInstanceSequenceFlow;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which elements and sequence flows of some diagrams the scenarios of a test class came to. */
final class ReachedElements {

  private final List<String> names;
  private final Set<String> elements;
  private final Set<String> flows;
  private final Set<String> processes;
  private final Set<String> reached = new TreeSet<>();

  /**
   * @param files the diagrams, by their file names
   */
  ReachedElements(String... files) {
    var diagrams = Diagrams.ours(files);
    this.names = List.of(files);
    this.elements = diagrams.flowNodes();
    this.flows = diagrams.sequenceFlows();
    this.processes = diagrams.processes();
  }

  /** Notes where the instances of these diagrams have been. */
  void note(CamundaClient camunda) {
    camunda
        .newProcessInstanceSearchRequest()
        .page(page -> page.limit(100))
        .send()
        .join()
        .items()
        .stream()
        .filter(instance -> processes.contains(instance.getProcessDefinitionId()))
        .map(ProcessInstance::getProcessInstanceKey)
        .forEach(key -> note(camunda, key));
  }

  /** Notes where this process instance has been. */
  void note(CamundaClient camunda, long processInstanceKey) {
    camunda
        .newElementInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(processInstanceKey))
        .page(page -> page.limit(1_000))
        .send()
        .join()
        .items()
        .stream()
        .map(ElementInstance::getElementId)
        .forEach(reached::add);
    camunda.newProcessInstanceSequenceFlowsRequest(processInstanceKey).send().join().stream()
        .map(ProcessInstanceSequenceFlow::getElementId)
        .forEach(reached::add);
  }

  Set<String> never() {
    var never = new TreeSet<>(elements);
    never.addAll(flows);
    never.removeAll(reached);
    return never;
  }

  @Override
  public String toString() {
    return "%d of %d elements and %d of %d sequence flows of %s"
        .formatted(
            reachedOf(elements),
            elements.size(),
            reachedOf(flows),
            flows.size(),
            String.join(", ", names));
  }

  private long reachedOf(Set<String> all) {
    return all.stream().filter(reached::contains).count();
  }
}
