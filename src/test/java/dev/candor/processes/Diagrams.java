package dev.candor.processes;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the diagrams of a folder name, read with the engine's own model. */
record Diagrams(List<BpmnModelInstance> models) {

  static Diagrams ours() {
    return of(ProcessFiles.ofKind("bpmn"));
  }

  /** Of these files of processes/ only. */
  static Diagrams ours(String... names) {
    return of(Stream.of(names).map(ProcessFiles.FOLDER::resolve).toList());
  }

  private static Diagrams of(List<Path> files) {
    return new Diagrams(files.stream().map(Path::toFile).map(Bpmn::readModelFromFile).toList());
  }

  Set<String> processes() {
    return names(Process.class, Process::getId);
  }

  Set<String> jobTypes() {
    return union(
        names(ZeebeTaskDefinition.class, ZeebeTaskDefinition::getType),
        names(ZeebeTaskListener.class, ZeebeTaskListener::getType),
        names(ZeebeExecutionListener.class, ZeebeExecutionListener::getType));
  }

  /** By their names in the table of deadlines. */
  Set<String> stepsWithADeadline() {
    return all(ZeebeHeader.class)
        .filter(header -> header.getKey().equals("step"))
        .map(ZeebeHeader::getValue)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> caughtErrorCodes() {
    return all(ErrorEventDefinition.class)
        .filter(
            definition ->
                definition.getParentElement() instanceof BoundaryEvent
                    || definition.getParentElement() instanceof StartEvent)
        .map(ErrorEventDefinition::getError)
        .map(Error::getErrorCode)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<String> decisions() {
    return names(ZeebeCalledDecision.class, ZeebeCalledDecision::getDecisionId);
  }

  Set<String> forms() {
    return names(ZeebeFormDefinition.class, ZeebeFormDefinition::getFormId);
  }

  Set<String> flowNodes() {
    return names(FlowNode.class, FlowNode::getId);
  }

  /** Without those to the events that an event-based gateway awaits: the engine takes none. */
  Set<String> sequenceFlows() {
    return all(SequenceFlow.class)
        .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
        .map(SequenceFlow::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private <T extends ModelElementInstance> Set<String> names(
      Class<T> type, Function<T, String> name) {
    return all(type).map(name).collect(Collectors.toCollection(TreeSet::new));
  }

  private <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
    return models.stream().flatMap(model -> model.getModelElementsByType(type).stream());
  }

  @SafeVarargs
  private static Set<String> union(Set<String>... sets) {
    return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }
}
