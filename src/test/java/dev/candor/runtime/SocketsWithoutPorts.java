package dev.candor.runtime;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process of its own, because what else a JVM of tests runs has sockets too: a client with a
 * streaming worker on a runtime without a port.
 */
final class SocketsWithoutPorts {

  private SocketsWithoutPorts() {}

  /** Prints the sockets that were opened; Linux lists them under a process's descriptors. */
  public static void main(String[] arguments) throws IOException {
    var before = sockets();
    try (var runtime = CamundaRuntime.inMemory();
        var client = runtime.client();
        var worker =
            client.newWorker().jobType("work").handler(jobs()).streamEnabled(true).open()) {
      use(client);
      sockets().stream().filter(socket -> !before.contains(socket)).forEach(System.out::println);
      System.out.println(worker.isOpen() ? "used" : "closed");
    }
    Runtime.getRuntime().exit(0);
  }

  private static JobHandler jobs() {
    return (jobs, job) -> jobs.newCompleteCommand(job).send();
  }

  private static void use(CamundaClient client) {
    var model =
        Bpmn.createExecutableProcess("errand")
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType("work"))
            .userTask("check")
            .zeebeUserTask()
            .endEvent()
            .done();
    client.newDeployResourceCommand().addProcessModel(model, "errand.bpmn").send().join();
    client.newCreateInstanceCommand().bpmnProcessId("errand").latestVersion().send().join();
    await().until(() -> !client.newUserTaskSearchRequest().send().join().items().isEmpty());
  }

  private static List<String> sockets() throws IOException {
    try (var open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(SocketsWithoutPorts::target)
          .filter(target -> target.startsWith("socket:"))
          .toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
