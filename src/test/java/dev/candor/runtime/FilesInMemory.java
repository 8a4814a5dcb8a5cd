package dev.candor.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A process of its own: a runtime in memory with its ports, used, purged and looked at. */
final class FilesInMemory {

  private FilesInMemory() {}

  /** Prints the files that are in the temporary folder while it runs. */
  public static void main(String[] arguments) throws IOException {
    try (CamundaRuntime runtime = RuntimeForTests.start();
        CamundaClient client = RuntimeForTests.grpcClient(runtime)) {
      use(client);
      runtime.core().purge();
      use(client);
      try (var files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")))) {
        files.filter(Files::isRegularFile).forEach(file -> System.out.println("file " + file));
      }
      System.out.println("used");
    }
    Runtime.getRuntime().exit(0);
  }

  private static void use(CamundaClient client) {
    var model = Bpmn.createExecutableProcess("short").startEvent().endEvent().done();
    client.newDeployResourceCommand().addProcessModel(model, "short.bpmn").send().join();
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("short")
        .latestVersion()
        .variables(Map.of("words", "x".repeat(100_000)))
        .withResult()
        .send()
        .join();
  }
}
