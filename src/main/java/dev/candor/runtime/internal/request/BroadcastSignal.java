package dev.candor.runtime.internal.request;

import dev.candor.runtime.internal.command.Command;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A signal with what it says. */
public record BroadcastSignal(
    @Nullable String signalName,
    @Nullable Map<String, Object> variables,
    @Nullable String tenantId) {

  public Command command() {
    return new Command(
        SignalIntent.BROADCAST,
        new SignalRecord()
            .setSignalName(Values.required("signalName", signalName))
            .setVariables(Values.variables(variables))
            .setTenantId(Values.tenant(tenantId)));
  }
}
