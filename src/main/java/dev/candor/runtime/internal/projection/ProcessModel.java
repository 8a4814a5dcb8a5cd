package dev.candor.runtime.internal.projection;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram says that records do not: the names of its elements and its start form.
 *
 * @param startFormId the form id of the start event without a trigger
 */
public record ProcessModel(
    String xml,
    @Nullable String name,
    Map<String, String> elementNames,
    @Nullable String startFormId,
    long deploymentKey) {

  static ProcessModel read(byte[] bpmn, String processId, long deploymentKey) {
    BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
    Map<String, String> names = new HashMap<>();
    for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
      if (element.getName() != null && !element.getName().isBlank()) {
        names.put(element.getId(), element.getName());
      }
    }
    Process process = model.getModelElementById(processId);
    return new ProcessModel(
        new String(bpmn, StandardCharsets.UTF_8),
        Optional.ofNullable(process.getName()).filter(name -> !name.isBlank()).orElse(null),
        Map.copyOf(names),
        startForm(process).orElse(null),
        deploymentKey);
  }

  private static Optional<String> startForm(Process process) {
    return process.getChildElementsByType(StartEvent.class).stream()
        .filter(start -> start.getEventDefinitions().isEmpty())
        .map(start -> start.getSingleExtensionElement(ZeebeFormDefinition.class))
        .filter(Objects::nonNull)
        .map(ZeebeFormDefinition::getFormId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The element's name, or its id where the diagram gives none. */
  String elementName(String elementId) {
    return elementNames.getOrDefault(elementId, elementId);
  }
}
