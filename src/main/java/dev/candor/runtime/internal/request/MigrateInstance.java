package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationMappingInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceMigrationRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The definition a running instance goes on with, and which of its elements becomes which. */
public record MigrateInstance(
    long targetProcessDefinitionKey, List<Mapping> mappings, @Nullable Long operationReference) {

  /** What an element is called here and there. */
  public record Mapping(String sourceElementId, String targetElementId) {}

  public Command command(long processInstanceKey) {
    ProcessInstanceMigrationRecord record =
        new ProcessInstanceMigrationRecord()
            .setProcessInstanceKey(processInstanceKey)
            .setTargetProcessDefinitionKey(targetProcessDefinitionKey);
    for (Mapping mapping : mappings) {
      record.addMappingInstruction(
          new ProcessInstanceMigrationMappingInstruction()
              .setSourceElementId(mapping.sourceElementId)
              .setTargetElementId(mapping.targetElementId));
    }
    return new Command(ProcessInstanceMigrationIntent.MIGRATE, processInstanceKey, record)
        .withOperationReference(Values.reference(operationReference));
  }
}
