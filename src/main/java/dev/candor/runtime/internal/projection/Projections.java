package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.feed.RecordListener;
import dev.candor.runtime.internal.query.Key;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All that searches read, kept up to date by the engine's events. */
public final class Projections implements RecordListener {

  /** How much is let go of between two records: so that nobody waits long for it. */
  private static final int AT_ONCE = 200;

  private final Expiry<Key> endedInstances = new Expiry<>(this::forgetInstance);
  private final Expiry<String> endedDecisions = new Expiry<>(this::forgetDecision);

  public final ProcessDefinitions processDefinitions = new ProcessDefinitions();
  public final DecisionDefinitions decisionDefinitions = new DecisionDefinitions();
  public final DecisionRequirements decisionRequirements = new DecisionRequirements();
  public final Forms forms = new Forms();
  public final ProcessInstances processInstances =
      new ProcessInstances(processDefinitions, endedInstances);
  public final ElementInstances elementInstances = new ElementInstances(processDefinitions);
  public final SequenceFlows sequenceFlows = new SequenceFlows();
  public final Variables variables = new Variables(elementInstances);
  public final UserTasks userTasks = new UserTasks(processDefinitions, variables);
  public final Incidents incidents = new Incidents(processInstances, elementInstances);
  public final Jobs jobs = new Jobs();
  public final DecisionInstances decisionInstances = new DecisionInstances(endedDecisions);
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

  /** Those whose rows go with their process instance. */
  private final List<Projection<?, ?>> ofInstances =
      List.of(
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

  private final InstantSource time;
  private final Duration retention;

  /**
   * @param time the engine's
   * @param retention how long what has ended is still found
   */
  public Projections(InstantSource time, Duration retention) {
    this.time = time;
    this.retention = retention;
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
  public boolean hears(RecordType recordType, ValueType valueType, Intent intent) {
    return recordType == RecordType.EVENT
        && listeners.containsKey(valueType)
        && (!(intent instanceof ProcessInstanceIntent step)
            || LifeState.isTold(step)
            || SequenceFlows.isTold(step));
  }

  @Override
  public void onRecord(Record<?> record) {
    if (record.getRecordType() == RecordType.EVENT) {
      listeners
          .getOrDefault(record.getValueType(), List.of())
          .forEach(listener -> listener.accept(record));
    }
  }

  /** Lets go of some of what ended long enough ago, and answers whether more is left. */
  @Override
  public boolean onPause() {
    Instant limit = time.instant().minus(retention);
    boolean instances = endedInstances.letGoBefore(limit, AT_ONCE);
    boolean decisions = endedDecisions.letGoBefore(limit, AT_ONCE);
    return instances || decisions;
  }

  @Override
  public void onPurge() {
    all.forEach(Projection::clear);
    endedInstances.clear();
    endedDecisions.clear();
  }

  /** All rows of this moment; to be asked for by the thread that hands out the records. */
  public Copy copy(long position) {
    List<RowsFile.Part> parts = new ArrayList<>();
    for (Projection<?, ?> one : all) {
      parts.add(new RowsFile.Part(one.table().type(), one.table().rows().toList()));
    }
    return new Copy(position, parts);
  }

  /** Rows that do not change any more, to be written while the engine goes on. */
  public static final class Copy {

    private final long position;
    private final List<RowsFile.Part> parts;

    private Copy(long position, List<RowsFile.Part> parts) {
      this.position = position;
      this.parts = parts;
    }

    /** They are those of this position in the log. */
    public long position() {
      return position;
    }

    public void writeTo(OutputStream out) throws IOException {
      RowsFile.write(out, parts);
    }
  }

  /** Begins with the rows that a snapshot kept. */
  public void restore(Path rows) {
    Map<String, Projection<?, ?>> targets = new HashMap<>();
    all.forEach(one -> targets.put(one.table().type().getSimpleName(), one));
    try (InputStream in = Files.newInputStream(rows)) {
      RowsFile.read(in, targets);
    } catch (IOException e) {
      throw new UncheckedIOException("The rows in %s".formatted(rows), e);
    }
  }

  private void forgetInstance(Key instance) {
    processInstances
        .table()
        .where("parentProcessInstanceKey", instance)
        .map(ProcessInstanceRow::processInstanceKey)
        .toList()
        .forEach(this::forgetInstance);
    ofInstances.forEach(one -> one.table().removeWhere("processInstanceKey", instance));
    processInstances.table().remove(instance);
  }

  private void forgetDecision(String evaluated) {
    decisionInstances.table().remove(evaluated);
  }
}
