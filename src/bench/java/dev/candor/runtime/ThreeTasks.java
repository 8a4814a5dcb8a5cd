package dev.candor.runtime;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Instances of "start, three service tasks, end" and somebody who does the three tasks. */
abstract class ThreeTasks implements AutoCloseable {

  static final String PROCESS = "three-tasks";
  static final List<String> TASKS = List.of("first", "second", "third");

  /** One variable of a hundred bytes. */
  static final Map<String, Object> VARIABLES = Map.of("text", "x".repeat(100));

  private final Map<Long, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

  static BpmnModelInstance model() {
    AbstractFlowNodeBuilder<?, ?> at = Bpmn.createExecutableProcess(PROCESS).startEvent();
    for (String task : TASKS) {
      at = at.serviceTask(task, service -> service.zeebeJobType(task));
    }
    return at.endEvent().done();
  }

  /** Makes ready for the first instance: the process is there, and so are the workers. */
  abstract void prepare();

  /** Asks for an instance; the answer is its key. */
  abstract CompletableFuture<Long> create();

  /** Starts an instance; the future ends when the completion of its last task is acknowledged. */
  final CompletableFuture<?> start() {
    return create().thenCompose(key -> end(key).whenComplete((any, failure) -> ends.remove(key)));
  }

  /** For the workers: the completion of a task was acknowledged, or refused. */
  final void completed(String task, long instance, Throwable failure) {
    if (failure != null) {
      end(instance).completeExceptionally(failure);
    } else if (task.equals(TASKS.getLast())) {
      end(instance).complete(null);
    }
  }

  private CompletableFuture<Void> end(long instance) {
    return ends.computeIfAbsent(instance, any -> new CompletableFuture<>());
  }

  @Override
  public abstract void close();
}
