package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deployed processes. Deleted ones stay, since their instances still name them. */
public final class ProcessDefinitions extends Projection<Key, ProcessDefinitionRow> {

  ProcessDefinitions() {
    super(
        new Table<>(
                ProcessDefinitionRow.class,
                "processDefinitionKey",
                ProcessDefinitionRow::processDefinitionKey)
            .indexedBy("processDefinitionId"));
    table().filteredBy("isLatestVersion", boolean.class, this::isLatest);
  }

  void apply(Record<Process> record) {
    if (record.getIntent() != ProcessIntent.CREATED) {
      return;
    }
    Process process = record.getValue();
    Key key = Key.of(process.getProcessDefinitionKey());
    ProcessModel model =
        ProcessModel.read(
            process.getResource(), process.getBpmnProcessId(), process.getDeploymentKey());
    table()
        .put(
            new ProcessDefinitionRow(
                key,
                process.getBpmnProcessId(),
                model.name(),
                process.getResourceName(),
                process.getVersion(),
                Shared.textOrNone(process.getVersionTag()),
                process.getTenantId(),
                model.startFormId() != null,
                model));
  }

  /** The diagram of a process. */
  public Optional<ProcessModel> model(@Nullable Key key) {
    return definition(key).map(ProcessDefinitionRow::model);
  }

  /** The process's name, or its id where the diagram gives none. */
  String name(Key key, String processId) {
    return model(key).map(ProcessModel::name).orElse(processId);
  }

  String elementName(Key key, String elementId) {
    return model(key).map(model -> model.elementName(elementId)).orElse(elementId);
  }

  Optional<ProcessDefinitionRow> definition(@Nullable Key key) {
    return key == null ? Optional.empty() : table().get(key);
  }

  private boolean isLatest(ProcessDefinitionRow row) {
    return table()
        .where("processDefinitionId", row.processDefinitionId())
        .noneMatch(other -> other.version() > row.version());
  }
}
