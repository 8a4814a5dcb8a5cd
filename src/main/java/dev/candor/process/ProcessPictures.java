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

  /**
   * @param name of the process
   * @param xml BPMN 2.0
   * @param active ids of the elements that are running
   * @param passed ids of the elements and sequence flows that were completed or taken
   */
  record Picture(String name, String xml, Set<String> active, Set<String> passed) {}
}
