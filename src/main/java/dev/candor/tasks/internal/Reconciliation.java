package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.outbox.Outbox;
import dev.candor.process.HumanTasks;
import dev.candor.process.OpenTasks;
import dev.candor.process.OpenTasks.OpenTask;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskLifecycle;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the desk with what a search of the engine finds, and repairs what a listener should have
 * told: a task that is not on the desk, one that is over, one that somebody else holds. A
 * difference is repaired when it is found a second time: what is merely under way is gone by then.
 * Each repair counts in {@code candor.tasks.repaired}; where that grows, a diagram lacks its
 * listeners, or the database or the engine was put back to an older state.
 */
@Component
class Reconciliation implements Outbox {

  static final String METRIC = "candor.tasks.repaired";
  private static final String SERVICE = "reconciliation";

  private final OpenTasks engine;
  private final HumanTasks commands;
  private final TaskTable tasks;
  private final TaskLifecycle lifecycle;
  private final HandOverNews news;
  private final MeterRegistry meters;
  private Map<Long, Difference> seenBefore = Map.of();

  Reconciliation(
      OpenTasks engine,
      HumanTasks commands,
      TaskTable tasks,
      TaskLifecycle lifecycle,
      HandOverNews news,
      MeterRegistry meters) {
    this.engine = engine;
    this.commands = commands;
    this.tasks = tasks;
    this.lifecycle = lifecycle;
    this.news = news;
    this.meters = meters;
    for (var what : What.values()) {
      meters.counter(METRIC, "what", what.name());
    }
  }

  /** What a listener did not tell. */
  enum What {
    /** The engine offers it, and the desk does not know it. */
    MISSING,
    /** The desk shows it, and in the engine it is over. */
    OVER,
    /** Somebody else holds it, or nobody does. */
    HOLDER
  }

  private record Difference(
      long key,
      String reference,
      What what,
      @Nullable String holderInTheEngine,
      @Nullable PersonId holderAtTheDesk) {}

  /** One look at all tasks. */
  @Override
  public synchronized boolean carryOutOne() {
    var open = engine.all();
    var found = differences(open, Acting.asService(SERVICE, tasks::allOpen));
    found.values().stream()
        .filter(difference -> difference.equals(seenBefore.get(difference.key())))
        .forEach(
            difference ->
                Acting.asServiceOn(
                    SERVICE,
                    difference.reference(),
                    () -> {
                      repair(difference, open.get(difference.key()));
                      return difference;
                    }));
    seenBefore = found;
    return false;
  }

  private Map<Long, Difference> differences(Map<Long, OpenTask> open, Iterable<HumanTask> desk) {
    var found = new HashMap<Long, Difference>();
    var missing = new HashMap<>(open);
    for (var task : desk) {
      var there = missing.remove(task.key());
      if (there == null) {
        if (engine.isOver(task.key())) {
          found.put(task.key(), difference(task, What.OVER, null));
        }
      } else if (!Objects.equals(
          there.assignee(), task.assignee() == null ? null : task.assignee().value())) {
        found.put(task.key(), difference(task, What.HOLDER, there.assignee()));
      }
    }
    missing
        .values()
        .forEach(
            task ->
                found.put(
                    task.key(),
                    new Difference(
                        task.key(), task.reference(), What.MISSING, task.assignee(), null)));
    return found;
  }

  private static Difference difference(HumanTask task, What what, @Nullable String holder) {
    return new Difference(task.key(), task.reference(), what, holder, task.assignee());
  }

  private void repair(Difference difference, @Nullable OpenTask task) {
    var repaired =
        switch (difference.what()) {
          case MISSING -> offer(Objects.requireNonNull(task));
          case OVER -> end(difference.key());
          case HOLDER -> hold(difference);
        };
    if (repaired) {
      meters.counter(METRIC, "what", difference.what().name()).increment();
    }
  }

  /** Not where the desk knows that it is over: then the engine will hear of it yet. */
  private boolean offer(OpenTask task) {
    if (tasks.find(task.key()).isPresent()) {
      return false;
    }
    lifecycle.offered(
        new TaskLifecycle.OfferedTask(
            task.key(),
            task.reference(),
            task.element(),
            task.processDefinitionKey(),
            task.processInstanceKey(),
            task.candidateGroups(),
            task.formKey(),
            task.dueAt()));
    tasks
        .find(task.key())
        .ifPresent(found -> news.offeredAgain(found, "task-" + task.key() + "-found"));
    return true;
  }

  private boolean end(long key) {
    lifecycle.canceled(key);
    return true;
  }

  /** The engine's holder is asked the rules as ever; who breaks one loses the task there. */
  private boolean hold(Difference difference) {
    lifecycle.assigning(difference.key(), null);
    var holder = difference.holderInTheEngine();
    if (holder != null && lifecycle.assigning(difference.key(), new PersonId(holder)).isPresent()) {
      commands.unassign(difference.key());
    }
    return true;
  }
}
