package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;

/** A sequence flow that a process instance has taken. */
public record SequenceFlowRow(
    String sequenceFlowId,
    Key processInstanceKey,
    Key processDefinitionKey,
    String processDefinitionId,
    String elementId,
    String tenantId) {}
