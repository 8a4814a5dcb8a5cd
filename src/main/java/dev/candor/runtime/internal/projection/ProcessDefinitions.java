package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The deployed processes. Deleted ones stay, since their instances still name them. */
public final class ProcessDefinitions extends Projection<Key, ProcessDefinitionRow> {

  private final Map<Key, ProcessModel> models = new ConcurrentHashMap<>();

  ProcessDefinitions() {
    super(
        new Table<>(ProcessDefinitionRow.class, ProcessDefinitionRow::processDefinitionKey)
            .indexedBy("processDefinitionId"));
    table().filteredBy("isLatestVersion", boolean.class, this::isLatest);
  }

  void apply(Record<Process> record) {
    if (record.getIntent() != ProcessIntent.CREATED) {
      return;
    }
    Process process = record.getValue();
    Key key = new Key(process.getProcessDefinitionKey());
    ProcessModel model =
        ProcessModel.read(
            process.getResource(), process.getBpmnProcessId(), process.getDeploymentKey());
    models.put(key, model);
    table()
        .put(
            new ProcessDefinitionRow(
                key,
                process.getBpmnProcessId(),
                model.name(),
                process.getResourceName(),
                process.getVersion(),
                orNone(process.getVersionTag()),
                process.getTenantId(),
                model.startFormId() != null));
  }

  /** The diagram of a process. */
  public Optional<ProcessModel> model(@Nullable Key key) {
    return key == null ? Optional.empty() : Optional.ofNullable(models.get(key));
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

  @Override
  void clear() {
    super.clear();
    models.clear();
  }
}
