package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import java.util.List;
import java.util.stream.Stream;

/** The filter properties of process instances that look at their elements and incidents. */
final class ProcessInstanceFilters {

  private ProcessInstanceFilters() {}

  static void addTo(Projections all) {
    Table<Key, ProcessInstanceRow> table = all.processInstances.table();
    table
        .filteredBy("variables", all.variables.having(ProcessInstanceRow::processInstanceKey))
        .filteredBy(
            "elementId",
            String.class,
            row -> elements(all, row).map(ElementInstanceRow::elementId).toList())
        .filteredBy(
            "elementInstanceState",
            String.class,
            row -> elements(all, row).map(ElementInstanceRow::state).distinct().toList())
        .filteredBy(
            "hasElementInstanceIncident",
            boolean.class,
            row -> elements(all, row).anyMatch(ElementInstanceRow::hasIncident))
        .filteredBy(
            "errorMessage",
            String.class,
            row -> openIncidents(all, row).map(IncidentRow::errorMessage).toList())
        .filteredBy(
            "incidentErrorHashCode",
            int.class,
            row -> openIncidents(all, row).map(one -> one.errorMessage().hashCode()).toList())
        .filteredBy(
            "hasRetriesLeft",
            boolean.class,
            row ->
                all.jobs
                    .table()
                    .where("processInstanceKey", row.processInstanceKey())
                    .anyMatch(JobRow::hasFailedWithRetriesLeft))
        // no batch operation ever touched an instance here: none are served
        .filteredBy("batchOperationId", String.class, row -> List.of());
  }

  private static Stream<ElementInstanceRow> elements(Projections all, ProcessInstanceRow row) {
    return all.elementInstances.table().where("processInstanceKey", row.processInstanceKey());
  }

  private static Stream<IncidentRow> openIncidents(Projections all, ProcessInstanceRow row) {
    return all.incidents
        .table()
        .where("processInstanceKey", row.processInstanceKey())
        .filter(incident -> incident.state() == IncidentRow.State.ACTIVE);
  }
}
