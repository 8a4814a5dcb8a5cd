package dev.candor.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Diagrams, and where a case stands in its own. */
public interface ProcessPictures {

  /** The diagram of the version this process instance runs on. */
  Optional<Picture> of(long processInstanceKey);

  /** The process instances that this one called, oldest first. */
  List<Long> called(long processInstanceKey);

  /** The element's name in the diagram of that process definition, its id when it has none. */
  String elementName(long processDefinitionKey, String elementId);

  /** The diagram of that process definition, as BPMN 2.0; empty when the engine has it no more. */
  Optional<String> drawing(long processDefinitionKey);

  /**
   * @param name of the process
   * @param xml BPMN 2.0
   * @param active ids of the elements that are running
   * @param passed ids of the elements and sequence flows that were completed or taken
   * @param steps the elements that were completed, each as often as it was
   */
  record Picture(
      String name, String xml, Set<String> active, Set<String> passed, List<Step> steps) {}

  /**
   * One time that an element was entered and completed.
   *
   * @param order lower than that of any element of the case that was entered later, also of those
   *     in a process that was called: the engine's key of it
   */
  record Step(String elementId, long order) {}
}
