package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.resource.ResourceDeletionRecord;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ResourceDeletionIntent;
import org.jspecify.annotations.Nullable;

/** Requests that say nothing but what they are about and, perhaps, the caller's mark. */
public record OperationReference(@Nullable Long operationReference) {

  public Command cancelInstance(long key) {
    return marked(
        new Command(
            ProcessInstanceIntent.CANCEL,
            key,
            new ProcessInstanceRecord().setProcessInstanceKey(key)));
  }

  public Command resolveIncident(long key) {
    return marked(new Command(IncidentIntent.RESOLVE, key, new IncidentRecord()));
  }

  public Command deleteResource(long key) {
    return marked(
        new Command(
            ResourceDeletionIntent.DELETE, new ResourceDeletionRecord().setResourceKey(key)));
  }

  private Command marked(Command command) {
    return command.withOperationReference(Values.reference(operationReference));
  }
}
