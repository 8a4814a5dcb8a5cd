package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables for a process or element instance.
 *
 * @param local whether they stay in this scope even if an outer one has them
 */
public record SetVariables(
    @Nullable Map<String, Object> variables,
    @Nullable Boolean local,
    @Nullable Long operationReference) {

  public Command command(long scopeKey) {
    return new Command(
            VariableDocumentIntent.UPDATE,
            new VariableDocumentRecord()
                .setScopeKey(scopeKey)
                .setUpdateSemantics(
                    Boolean.TRUE.equals(local)
                        ? VariableDocumentUpdateSemantic.LOCAL
                        : VariableDocumentUpdateSemantic.PROPAGATE)
                .setVariables(Values.variables(Values.required("variables", variables))))
        .withOperationReference(Values.reference(operationReference));
  }
}
