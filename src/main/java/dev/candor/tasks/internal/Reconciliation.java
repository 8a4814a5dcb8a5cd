package dev.candor.tasks.internal;

import dev.candor.access.Acting;
import dev.candor.access.PersonId;
import dev.candor.outbox.Outbox;
import dev.candor.process.HumanTasks;
import dev.candor.process.OpenTasks;
import dev.candor.process.OpenTasks.OpenTask;
import dev.candor.process.OpenTasks.Told;
import dev.candor.tasks.HumanTask;
import dev.candor.tasks.TaskLifecycle;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the desk with what a search of the engine finds, and repairs what a listener should have
 * told: a task that is not on the desk, one that is over, one that somebody else holds. A
 * difference is repaired when it is found a second time: what is merely under way is gone by then.
 *
 * <p>A search that stands still shows an older holder at any number of looks, so for holders two
 * looks are not enough. It is certain when the search shows a task of the same order that the desk
 * was told of since the last look: the search then has come past the last look, and so past all the
 * desk was told before it. Age alone would prove nothing, for a search may stand still for longer.
 * Where no new task comes, the difference stays until one does. The other differences need no such
 * proof: what is over stays over, and what the desk knows is not put there again.
 *
 * <p>Each repair counts in {@code candor.tasks.repaired}; where that grows, a diagram lacks its
 * listeners, or the database or the engine was put back to an older state.
 */
@Component
class Reconciliation implements Outbox {

  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
  static final String METRIC = "candor.tasks.repaired";
  private static final String SERVICE = "reconciliation";

  private final OpenTasks engine;
  private final HumanTasks commands;
  private final TaskTable tasks;
  private final TaskLifecycle lifecycle;
  private final HandOverNews news;
  private final MeterRegistry meters;
  private Look lastLook = new Look(Map.of(), Set.of());

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
    /** The desk shows it, and in the engine it is completed. */
    COMPLETED,
    /** The desk shows it, and in the engine it is canceled. */
    CANCELED,
    /** Somebody else holds it, or nobody does. */
    HOLDER
  }

  private record Difference(
      long key,
      String reference,
      What what,
      @Nullable String holderInTheEngine,
      @Nullable PersonId holderAtTheDesk) {}

  /**
   * @param tasks the keys of all that were on the desk or in the search
   */
  private record Look(Map<Long, Difference> differences, Set<Long> tasks) {}

  /** One look at all tasks. A repair that fails is left to the next look, and stops no other. */
  @Override
  public synchronized boolean carryOutOne() {
    var open = engine.all();
    var desk = Acting.asService(SERVICE, tasks::allOpen);
    var onTheDesk = desk.stream().map(HumanTask::key).collect(Collectors.toSet());
    var differences = differences(open, desk);
    var newInBoth = new HashSet<>(open.keySet());
    newInBoth.retainAll(onTheDesk);
    newInBoth.removeAll(lastLook.tasks());
    try {
      differences.values().stream()
          .filter(difference -> difference.equals(lastLook.differences().get(difference.key())))
          .filter(difference -> isCertain(difference, newInBoth))
          .forEach(difference -> tryToRepair(difference, open.get(difference.key())));
    } finally {
      onTheDesk.addAll(open.keySet());
      lastLook = new Look(differences, onTheDesk);
    }
    return false;
  }

  private boolean isCertain(Difference difference, Set<Long> newInBoth) {
    return difference.what() != What.HOLDER
        || newInBoth.stream().anyMatch(key -> engine.areInOneOrder(key, difference.key()));
  }

  private void tryToRepair(Difference difference, @Nullable OpenTask task) {
    try {
      Acting.asServiceOn(
          SERVICE,
          difference.reference(),
          () -> {
            repair(difference, task);
            return difference;
          });
    } catch (RuntimeException e) {
      log.warn("Task {} is not repaired: {}", difference.key(), e.getClass().getName());
    }
  }

  private Map<Long, Difference> differences(Map<Long, OpenTask> open, Iterable<HumanTask> desk) {
    var found = new HashMap<Long, Difference>();
    var missing = new HashMap<>(open);
    for (var task : desk) {
      var there = missing.remove(task.key());
      if (there == null) {
        engine
            .of(task.key())
            .map(Told::state)
            .flatMap(Reconciliation::over)
            .ifPresent(what -> found.put(task.key(), difference(task, what, null)));
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

  private static Optional<What> over(OpenTasks.State state) {
    return switch (state) {
      case COMPLETED -> Optional.of(What.COMPLETED);
      case CANCELED -> Optional.of(What.CANCELED);
      case WAITING, CHANGING -> Optional.empty();
    };
  }

  private static Difference difference(HumanTask task, What what, @Nullable String holder) {
    return new Difference(task.key(), task.reference(), what, holder, task.assignee());
  }

  private void repair(Difference difference, @Nullable OpenTask task) {
    var repaired =
        switch (difference.what()) {
          case MISSING -> offer(Objects.requireNonNull(task));
          case COMPLETED -> end(difference.key(), lifecycle::completedUnasked);
          case CANCELED -> end(difference.key(), lifecycle::canceled);
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

  private static boolean end(long key, LongConsumer how) {
    how.accept(key);
    return true;
  }

  /**
   * The engine's holder is asked the rules as ever; who breaks one loses the task there. Nothing is
   * done when one of the two changed since this look began.
   */
  private boolean hold(Difference difference) {
    if (!isStillSo(difference)) {
      return false;
    }
    lifecycle.assigning(difference.key(), null);
    var holder = difference.holderInTheEngine();
    if (holder != null && lifecycle.assigning(difference.key(), new PersonId(holder)).isPresent()) {
      commands.unassign(difference.key());
    }
    return true;
  }

  private boolean isStillSo(Difference difference) {
    return engine
            .of(difference.key())
            .filter(new Told(OpenTasks.State.WAITING, difference.holderInTheEngine())::equals)
            .isPresent()
        && tasks
            .find(difference.key())
            .filter(HumanTask::isOpen)
            .filter(task -> Objects.equals(task.assignee(), difference.holderAtTheDesk()))
            .isPresent();
  }
}
