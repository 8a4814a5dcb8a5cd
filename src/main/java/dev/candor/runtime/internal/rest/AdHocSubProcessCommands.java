package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.http.Exchange;
import dev.candor.runtime.internal.http.Reply;
import dev.candor.runtime.internal.http.Routes;
import dev.candor.runtime.internal.request.Engine;
import dev.candor.runtime.internal.request.JobOutcome;
import dev.candor.runtime.internal.request.Values;
import io.camunda.zeebe.protocol.impl.record.value.adhocsubprocess.AdHocSubProcessInstructionRecord;
import io.camunda.zeebe.protocol.record.intent.AdHocSubProcessInstructionIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what begins next in an ad-hoc sub-process. */
final class AdHocSubProcessCommands implements Resource {

  /** Elements to begin, each with its variables. */
  record Activities(
      @Nullable List<JobOutcome.Activation> elements, @Nullable Boolean cancelRemainingInstances) {}

  private final Engine engine;

  AdHocSubProcessCommands(Engine engine) {
    this.engine = engine;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(
        "/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation",
        this::activate);
  }

  private Reply activate(Exchange exchange) {
    Activities asked = exchange.body(Activities.class);
    AdHocSubProcessInstructionRecord record =
        new AdHocSubProcessInstructionRecord()
            .setAdHocSubProcessInstanceKey(exchange.key("adHocSubProcessInstanceKey"))
            .setCancelRemainingInstances(Boolean.TRUE.equals(asked.cancelRemainingInstances));
    for (JobOutcome.Activation element : Values.required("elements", asked.elements)) {
      record
          .activateElements()
          .add()
          .setElementId(Values.required("elementId", element.elementId()))
          .setVariables(Values.variables(element.variables()));
    }
    engine.carryOut(new Command(AdHocSubProcessInstructionIntent.ACTIVATE, record));
    return Reply.noContent();
  }
}
