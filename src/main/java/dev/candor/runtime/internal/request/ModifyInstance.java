package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationActivateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationTerminateInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceModificationVariableInstruction;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Elements of a running instance to begin and to end, by hand. */
public record ModifyInstance(
    List<Activation> activate, List<Long> terminate, @Nullable Long operationReference) {

  /**
   * An element to begin.
   *
   * @param ancestorElementInstanceKey the scope to begin it in; not positive: there is but one
   */
  public record Activation(
      String elementId, long ancestorElementInstanceKey, List<Variables> variables) {}

  /** Variables to begin with, in the scope of an element, or of the whole for no id. */
  public record Variables(String scopeId, Map<String, Object> variables) {}

  public Command command(long processInstanceKey) {
    ProcessInstanceModificationRecord record =
        new ProcessInstanceModificationRecord().setProcessInstanceKey(processInstanceKey);
    for (Activation activation : activate) {
      record.addActivateInstruction(instruction(activation));
    }
    for (long key : terminate) {
      record.addTerminateInstruction(
          new ProcessInstanceModificationTerminateInstruction().setElementInstanceKey(key));
    }
    return new Command(ProcessInstanceModificationIntent.MODIFY, processInstanceKey, record)
        .withOperationReference(Values.reference(operationReference));
  }

  private static ProcessInstanceModificationActivateInstruction instruction(Activation activation) {
    ProcessInstanceModificationActivateInstruction instruction =
        new ProcessInstanceModificationActivateInstruction()
            .setElementId(Values.required("elementId", activation.elementId));
    if (activation.ancestorElementInstanceKey > 0) {
      instruction.setAncestorScopeKey(activation.ancestorElementInstanceKey);
    }
    for (Variables variables : activation.variables) {
      instruction.addVariableInstruction(
          new ProcessInstanceModificationVariableInstruction()
              .setElementId(variables.scopeId)
              .setVariables(Values.variables(variables.variables)));
    }
    return instruction;
  }
}
