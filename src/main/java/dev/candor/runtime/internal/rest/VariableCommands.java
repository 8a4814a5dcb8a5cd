package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets variables of a process or element instance. */
final class VariableCommands implements Resource {

  /**
   * The variables.
   *
   * @param local whether they stay in this scope even if an outer one has them
   */
  record Settings(
      @Nullable Map<String, Object> variables,
      @Nullable Boolean local,
      @Nullable Long operationReference) {}

  private final Engine engine;

  VariableCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.put("/element-instances/{elementInstanceKey}/variables", this::set);
  }

  private Reply set(Exchange exchange) {
    Settings settings = exchange.body(Settings.class);
    boolean local = Boolean.TRUE.equals(settings.local);
    engine.carryOut(
        new Command(
                VariableDocumentIntent.UPDATE,
                new VariableDocumentRecord()
                    .setScopeKey(exchange.key("elementInstanceKey"))
                    .setUpdateSemantics(
                        local
                            ? VariableDocumentUpdateSemantic.LOCAL
                            : VariableDocumentUpdateSemantic.PROPAGATE)
                    .setVariables(
                        Values.variables(Values.required("variables", settings.variables))))
            .withOperationReference(Values.reference(settings.operationReference)));
    return Reply.noContent();
  }
}
