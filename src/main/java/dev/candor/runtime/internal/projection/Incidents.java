package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.projection.IncidentRow.State;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The incidents; marks the instances they concern, up to the outermost. */
public final class Incidents extends Projection<Key, IncidentRow> {

  private final ProcessInstances instances;
  private final ElementInstances elements;

  /** For each instance, process or element, the open incidents in it. */
  private final Map<Key, Set<Key>> open = new ConcurrentHashMap<>();

  Incidents(ProcessInstances instances, ElementInstances elements) {
    super(
        new Table<>(IncidentRow.class, "incidentKey", IncidentRow::incidentKey)
            .indexedBy("processInstanceKey")
            .indexedBy("state", State.ACTIVE));
    this.instances = instances;
    this.elements = elements;
  }

  void apply(Record<IncidentRecordValue> record) {
    if (!(record.getIntent() instanceof IncidentIntent intent)) {
      return;
    }
    Key key = Key.of(record.getKey());
    State state = intent == IncidentIntent.RESOLVED ? State.RESOLVED : State.ACTIVE;
    IncidentRecordValue value = record.getValue();
    table()
        .put(
            new IncidentRow(
                key,
                Shared.text(value.getBpmnProcessId()),
                value.getErrorType().name(),
                value.getErrorMessage(),
                Shared.text(value.getElementId()),
                table().get(key).map(IncidentRow::creationTime).orElseGet(() -> at(record)),
                state,
                Shared.text(value.getTenantId()),
                Key.of(value.getProcessDefinitionKey()),
                Key.of(value.getProcessInstanceKey()),
                Key.of(value.getElementInstanceKey()),
                Key.orNone(value.getJobKey()),
                path(value)));
    mark(table().get(key).orElseThrow());
  }

  private void mark(IncidentRow incident) {
    boolean active = incident.state() == State.ACTIVE;
    for (Key instance : incident.path()) {
      Set<Key> here = open.computeIfAbsent(instance, any -> ConcurrentHashMap.newKeySet());
      boolean changed =
          active ? here.add(incident.incidentKey()) : here.remove(incident.incidentKey());
      if (changed) {
        instances.setIncident(instance, !here.isEmpty());
        elements.setIncident(
            instance,
            !here.isEmpty(),
            active && instance.equals(incident.elementInstanceKey())
                ? incident.incidentKey()
                : null);
      }
      if (here.isEmpty()) {
        open.remove(instance);
      }
    }
  }

  private static List<Key> path(IncidentRecordValue value) {
    return value.getElementInstancePath().stream().flatMap(List::stream).map(Key::of).toList();
  }

  @Override
  void restore(List<IncidentRow> rows) {
    super.restore(rows);
    rows.stream()
        .filter(row -> row.state() == State.ACTIVE)
        .forEach(
            row ->
                row.path()
                    .forEach(
                        instance ->
                            open.computeIfAbsent(instance, any -> ConcurrentHashMap.newKeySet())
                                .add(row.incidentKey())));
  }

  @Override
  void clear() {
    super.clear();
    open.clear();
  }
}
