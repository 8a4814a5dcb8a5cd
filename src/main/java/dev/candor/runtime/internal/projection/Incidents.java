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
        new Table<>(IncidentRow.class, IncidentRow::incidentKey)
            .indexedBy("incidentKey")
            .indexedBy("processInstanceKey")
            .indexedBy("state"));
    this.instances = instances;
    this.elements = elements;
  }

  void apply(Record<IncidentRecordValue> record) {
    if (!(record.getIntent() instanceof IncidentIntent intent)) {
      return;
    }
    Key key = new Key(record.getKey());
    State state = intent == IncidentIntent.RESOLVED ? State.RESOLVED : State.ACTIVE;
    IncidentRecordValue value = record.getValue();
    table()
        .put(
            new IncidentRow(
                key,
                value.getBpmnProcessId(),
                value.getErrorType().name(),
                value.getErrorMessage(),
                value.getElementId(),
                table().get(key).map(IncidentRow::creationTime).orElseGet(() -> at(record)),
                state,
                value.getTenantId(),
                new Key(value.getProcessDefinitionKey()),
                new Key(value.getProcessInstanceKey()),
                new Key(value.getElementInstanceKey()),
                Key.orNone(value.getJobKey())));
    mark(value, key, state == State.ACTIVE);
  }

  private void mark(IncidentRecordValue value, Key incident, boolean active) {
    Key place = new Key(value.getElementInstanceKey());
    for (List<Long> path : value.getElementInstancePath()) {
      for (Long at : path) {
        Key instance = new Key(at);
        Set<Key> here = open.computeIfAbsent(instance, any -> ConcurrentHashMap.newKeySet());
        boolean changed = active ? here.add(incident) : here.remove(incident);
        if (changed) {
          instances.setIncident(instance, !here.isEmpty());
          elements.setIncident(
              instance, !here.isEmpty(), active && instance.equals(place) ? incident : null);
        }
        if (here.isEmpty()) {
          open.remove(instance);
        }
      }
    }
  }

  @Override
  void clear() {
    super.clear();
    open.clear();
  }
}
