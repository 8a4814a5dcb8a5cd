package dev.candor.process.internal;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two versions of a diagram: which elements are the same in both, and what moving would break. */
final class TwoVersions {

  private final BpmnModelInstance from;
  private final BpmnModelInstance to;

  TwoVersions(String fromXml, String toXml) {
    this.from = read(fromXml);
    this.to = read(toXml);
  }

  /** Ids of elements that a case may keep on its way from one version to the other. */
  List<String> same() {
    return from.getModelElementsByType(FlowNode.class).stream()
        .map(FlowNode::getId)
        .filter(id -> hindrance(id).isEmpty())
        .toList();
  }

  /** Why a case cannot move that stands at these elements; nothing when it can. */
  List<String> hindrances(Collection<String> elements) {
    return elements.stream().map(this::hindrance).flatMap(Optional::stream).distinct().toList();
  }

  private Optional<String> hindrance(String id) {
    var before = node(from, id);
    if (before == null) {
      return Optional.empty();
    }
    var after = node(to, id);
    var place = "It stands at \"%s\"".formatted(nameOf(before));
    if (after == null) {
      return Optional.of(place + ", which the other version does not have");
    }
    if (!kindOf(before).equals(kindOf(after))) {
      return Optional.of(
          "%s, which is a %s and would become a %s"
              .formatted(place, kindOf(before), kindOf(after)));
    }
    if (!scopeOf(before).equals(scopeOf(after))) {
      return Optional.of(place + ", which lies in another sub-process there");
    }
    if (isRepeated(before) != isRepeated(after)) {
      return Optional.of(
          place + ", which is done once in one version and several times in the other");
    }
    return Optional.empty();
  }

  private static BpmnModelInstance read(String xml) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable FlowNode node(BpmnModelInstance model, String id) {
    return model.getModelElementById(id) instanceof FlowNode node ? node : null;
  }

  private static String nameOf(FlowNode node) {
    var name = node.getName();
    return name == null || name.isBlank() ? node.getId() : name.replaceAll("\\s+", " ").strip();
  }

  /** As people say it: {@code user task}, {@code timer boundary event}. */
  private static String kindOf(FlowNode node) {
    var words = node.getElementType().getTypeName().replaceAll("([a-z])([A-Z])", "$1 $2");
    var kind = words.toLowerCase(Locale.ROOT);
    if (node instanceof UserTask task) {
      return task.getSingleExtensionElement(ZeebeUserTask.class) == null
          ? "user task that a worker does"
          : kind;
    }
    if (node instanceof CatchEvent event && !event.getEventDefinitions().isEmpty()) {
      var definition = event.getEventDefinitions().iterator().next().getElementType().getTypeName();
      return definition.replace("EventDefinition", "").toLowerCase(Locale.ROOT) + " " + kind;
    }
    return kind;
  }

  /** The sub-process, or the activity a boundary event is attached to. */
  private static String scopeOf(FlowNode node) {
    var parent = node.getParentElement();
    var scope = parent.getAttributeValue("id");
    return node instanceof BoundaryEvent event
        ? scope + " " + event.getAttachedTo().getId()
        : String.valueOf(scope);
  }

  private static boolean isRepeated(FlowNode node) {
    return node instanceof Activity activity && activity.getLoopCharacteristics() != null;
  }
}
