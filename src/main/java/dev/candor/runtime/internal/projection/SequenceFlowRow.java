package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.NotSearched;

/**
 * A sequence flow that a process instance has taken.
 *
 * @param id which flow of which instance: there are many, so it is no text
 */
public record SequenceFlowRow(
    @JsonIgnore @NotSearched Id id,
    Key processInstanceKey,
    Key processDefinitionKey,
    String processDefinitionId,
    String tenantId) {

  /** The flow has the only element id of its kind in the instance's process. */
  public record Id(Key processInstanceKey, String elementId) implements Comparable<Id> {

    @Override
    public int compareTo(Id other) {
      int sign = processInstanceKey.compareTo(other.processInstanceKey);
      return sign == 0 ? elementId.compareTo(other.elementId) : sign;
    }
  }

  @JsonProperty
  public String sequenceFlowId() {
    return id.processInstanceKey() + "_" + id.elementId();
  }

  @JsonProperty
  public String elementId() {
    return id.elementId();
  }
}
