package dev.candor.process.internal;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.ProcessPictures;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Diagrams are kept by definition key: a version never changes. */
@Component
class CamundaProcessPictures implements ProcessPictures {

  private static final int MOST_ELEMENTS = 1000;
  private static final int MOST_DIAGRAMS = 200;

  private final CamundaClient camunda;
  private final Map<Long, Diagram> diagrams = new ConcurrentHashMap<>();

  CamundaProcessPictures(CamundaClient camunda) {
    this.camunda = camunda;
  }

  @Override
  public Optional<Picture> of(long processInstanceKey) {
    return known(() -> camunda.newProcessInstanceGetRequest(processInstanceKey).send().join())
        .map(
            instance ->
                picture(
                    processInstanceKey,
                    instance.getProcessDefinitionId(),
                    diagram(instance.getProcessDefinitionKey())));
  }

  @Override
  public List<Long> called(long processInstanceKey) {
    return known(
            () ->
                camunda
                    .newProcessInstanceSearchRequest()
                    .filter(filter -> filter.parentProcessInstanceKey(processInstanceKey))
                    .page(page -> page.limit(MOST_ELEMENTS))
                    .send()
                    .join()
                    .items())
        .orElse(List.of())
        .stream()
        .map(ProcessInstance::getProcessInstanceKey)
        .sorted()
        .toList();
  }

  @Override
  public String elementName(long processDefinitionKey, String elementId) {
    return known(() -> diagram(processDefinitionKey))
        .map(diagram -> diagram.nameOf(elementId))
        .orElse(elementId);
  }

  @Override
  public Optional<String> drawing(long processDefinitionKey) {
    return known(() -> diagram(processDefinitionKey)).map(Diagram::xml);
  }

  private Picture picture(long processInstanceKey, String processId, Diagram diagram) {
    var active = new LinkedHashSet<String>();
    var passed = new LinkedHashSet<String>();
    var steps = new ArrayList<Step>();
    for (var element : elements(processInstanceKey)) {
      if (element.getState() == ElementInstanceState.ACTIVE) {
        active.add(element.getElementId());
      } else if (element.getState() == ElementInstanceState.COMPLETED) {
        passed.add(element.getElementId());
        steps.add(new Step(element.getElementId(), element.getElementInstanceKey()));
      }
    }
    known(() -> camunda.newProcessInstanceSequenceFlowsRequest(processInstanceKey).send().join())
        .orElse(List.of())
        .forEach(flow -> passed.add(flow.getElementId()));
    return new Picture(
        diagram.nameOf(processId), diagram.xml(), active, passed, List.copyOf(steps));
  }

  private List<ElementInstance> elements(long processInstanceKey) {
    return known(
            () ->
                camunda
                    .newElementInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(processInstanceKey))
                    .page(page -> page.limit(MOST_ELEMENTS))
                    .send()
                    .join()
                    .items())
        .orElse(List.of());
  }

  private Diagram diagram(long processDefinitionKey) {
    var kept = diagrams.get(processDefinitionKey);
    if (kept != null) {
      return kept;
    }
    var fetched =
        Diagram.of(camunda.newProcessDefinitionGetXmlRequest(processDefinitionKey).send().join());
    if (diagrams.size() >= MOST_DIAGRAMS) {
      diagrams.clear();
    }
    diagrams.put(processDefinitionKey, fetched);
    return fetched;
  }

  private static <T> Optional<T> known(Supplier<T> request) {
    try {
      return Optional.ofNullable(request.get());
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      if (failure.kind() == EngineFailure.Kind.UNKNOWN) {
        return Optional.empty();
      }
      throw new EngineUnavailable(failure);
    }
  }
}
