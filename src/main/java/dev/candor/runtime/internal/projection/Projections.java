package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.feed.RecordListener;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All that searches read, kept up to date by the engine's events. */
public final class Projections implements RecordListener {

  public final ProcessDefinitions processDefinitions = new ProcessDefinitions();
  public final DecisionDefinitions decisionDefinitions = new DecisionDefinitions();
  public final DecisionRequirements decisionRequirements = new DecisionRequirements();
  public final Forms forms = new Forms();
  public final ProcessInstances processInstances = new ProcessInstances(processDefinitions);
  public final ElementInstances elementInstances = new ElementInstances(processDefinitions);
  public final SequenceFlows sequenceFlows = new SequenceFlows();
  public final Variables variables = new Variables(elementInstances);
  public final UserTasks userTasks = new UserTasks(processDefinitions, variables);
  public final Incidents incidents = new Incidents(processInstances, elementInstances);
  public final Jobs jobs = new Jobs();
  public final DecisionInstances decisionInstances = new DecisionInstances();
  public final MessageSubscriptions messageSubscriptions =
      new MessageSubscriptions(processInstances);
  public final CorrelatedMessages correlatedMessages = new CorrelatedMessages(processInstances);

  private final List<Projection<?, ?>> all =
      List.of(
          processDefinitions,
          decisionDefinitions,
          decisionRequirements,
          forms,
          processInstances,
          elementInstances,
          sequenceFlows,
          variables,
          userTasks,
          incidents,
          jobs,
          decisionInstances,
          messageSubscriptions,
          correlatedMessages);

  private final Map<ValueType, List<Consumer<Record<?>>>> listeners =
      new EnumMap<>(ValueType.class);

  public Projections() {
    on(ValueType.PROCESS, processDefinitions::apply);
    on(ValueType.DECISION, decisionDefinitions::apply);
    on(ValueType.DECISION_REQUIREMENTS, decisionRequirements::apply);
    on(ValueType.FORM, forms::apply);
    on(ValueType.PROCESS_INSTANCE, processInstances::apply);
    on(ValueType.PROCESS_INSTANCE, elementInstances::apply);
    on(ValueType.PROCESS_INSTANCE, sequenceFlows::apply);
    on(ValueType.VARIABLE, variables::apply);
    on(ValueType.USER_TASK, userTasks::apply);
    on(ValueType.INCIDENT, incidents::apply);
    on(ValueType.JOB, jobs::apply);
    on(ValueType.JOB_BATCH, jobs::applyBatch);
    on(ValueType.DECISION_EVALUATION, decisionInstances::apply);
    on(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, messageSubscriptions::apply);
    on(ValueType.PROCESS_MESSAGE_SUBSCRIPTION, correlatedMessages::apply);
    on(ValueType.MESSAGE_START_EVENT_SUBSCRIPTION, correlatedMessages::applyStart);
    ProcessInstanceFilters.addTo(this);
  }

  @SuppressWarnings("unchecked") // a value type's records have one type of value
  private <V extends RecordValue> void on(ValueType type, Consumer<Record<V>> listener) {
    listeners
        .computeIfAbsent(type, any -> new ArrayList<>())
        .add(record -> listener.accept((Record<V>) record));
  }

  @Override
  public void onRecord(Record<?> record) {
    if (record.getRecordType() == RecordType.EVENT) {
      listeners
          .getOrDefault(record.getValueType(), List.of())
          .forEach(listener -> listener.accept(record));
    }
  }

  @Override
  public void onPurge() {
    all.forEach(Projection::clear);
  }
}
