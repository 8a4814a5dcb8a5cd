package dev.candor.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.worker.JobClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * A process of its own, made to be killed: a durable runtime with its ports, and clients that keep
 * it busy with all that moves an instance. It prints what it was acknowledged, each with a full
 * stop; what has none was cut off.
 */
final class BusyRuntime {

  static final String PROCESS = "busy";

  /** Nothing but a timer, of a time that no process of these lives through. */
  static final String LATER = "later";

  static final String MESSAGE = "go-on";

  /** Small, so that a kill often comes in the middle of a snapshot or between two. */
  static final DataSize SNAPSHOT_AFTER = DataSize.ofKilobytes(256);

  private static final int MOST_UNDER_WAY = 30;
  private static final int EACH_WITH_A_LATER_ONE = 5;
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final CamundaClient grpc;
  private final CamundaClient rest;
  private final AtomicLong number;
  private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);

  private BusyRuntime(CamundaRuntime runtime, long firstNumber) {
    grpc = RuntimeForTests.grpcClient(runtime);
    rest = RuntimeForTests.client(runtime);
    number = new AtomicLong(firstNumber);
  }

  /**
   * @param arguments the folder, and the number of the first instance
   */
  public static void main(String[] arguments) {
    try {
      var runtime =
          CamundaRuntime.builder()
              .folder(Path.of(arguments[0]))
              .snapshotAfter(SNAPSHOT_AFTER)
              .restPort(0)
              .grpcPort(0)
              .start();
      var busy = new BusyRuntime(runtime, Long.parseLong(arguments[1]));
      busy.deploy();
      busy.work();
    } catch (RuntimeException e) {
      // The threads of an engine would keep a process alive that never gets busy.
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private void deploy() {
    rest.newDeployResourceCommand()
        .addProcessModel(model(), "busy.bpmn")
        .addProcessModel(later(), "later.bpmn")
        .requestTimeout(LONGEST_START)
        .send()
        .join();
  }

  /** A job pushed by gRPC, one polled by REST, a timer, a message and a user task. */
  static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask("pushed", task -> task.zeebeJobType("pushed"))
        .serviceTask("polled", task -> task.zeebeJobType("polled"))
        .intermediateCatchEvent("timer", timer -> timer.timerWithDuration("PT0.1S"))
        .intermediateCatchEvent(
            "message", message -> message.message(m -> m.name(MESSAGE).zeebeCorrelationKey("=key")))
        .userTask("person", task -> task.zeebeUserTask())
        .endEvent()
        .done();
  }

  private static BpmnModelInstance later() {
    return Bpmn.createExecutableProcess(LATER)
        .startEvent()
        .intermediateCatchEvent("timer", timer -> timer.timerWithDuration("PT1H"))
        .endEvent()
        .done();
  }

  private void work() {
    grpc.newWorker()
        .jobType("pushed")
        .handler(this::complete)
        .timeout(Duration.ofSeconds(2))
        .streamEnabled(true)
        .open();
    rest.newWorker()
        .jobType("polled")
        .handler(this::complete)
        .timeout(Duration.ofSeconds(2))
        .open();
    Thread.ofPlatform().start(() -> always(this::create));
    Thread.ofPlatform().start(() -> always(this::completeTasks));
  }

  private void create() throws InterruptedException {
    underWay.acquire();
    try {
      createNext();
    } catch (CompletionException | ClientException e) {
      underWay.release();
      throw e;
    }
  }

  private void createNext() {
    long next = number.getAndIncrement();
    acknowledged("instance", create(PROCESS, Map.of("key", Long.toString(next))));
    if (next % EACH_WITH_A_LATER_ONE == 0) {
      acknowledged("later", create(LATER, Map.of()));
    }
    long message =
        rest.newPublishMessageCommand()
            .messageName(MESSAGE)
            .correlationKey(Long.toString(next))
            .timeToLive(Duration.ofDays(1))
            .send()
            .join()
            .getMessageKey();
    acknowledged("message", message);
  }

  private long create(String process, Map<String, Object> variables) {
    return grpc.newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private void complete(JobClient jobs, ActivatedJob job) {
    jobs.newCompleteCommand(job).send().join();
    acknowledged("job", job.getKey());
  }

  private void completeTasks() {
    for (UserTask task :
        rest.newUserTaskSearchRequest()
            .filter(filter -> filter.state(UserTaskState.CREATED))
            .send()
            .join()
            .items()) {
      rest.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
      acknowledged("task", task.getUserTaskKey());
      underWay.release();
    }
  }

  private interface Step {
    void take() throws InterruptedException;
  }

  private static void always(Step step) {
    while (true) {
      try {
        step.take();
      } catch (CompletionException | ClientException e) {
        System.err.println(e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void acknowledged(String what, long key) {
    System.out.println(what + " " + key + ".");
  }
}
