package dev.candor.runtime;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import dev.candor.support.NothingBeside;
import io.camunda.client.CamundaClient;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.Variable;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaSpringProcessTest;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Camunda Process Test for Spring, told by its own properties where the runtime is. */
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "candor.runtime.enabled=false",
      "spring.datasource.url=none",
      "camunda.process-test.runtime-mode=remote"
    })
@CamundaSpringProcessTest
@NothingBeside
class SpringProcessTestTests {

  private static final CamundaRuntime RUNTIME = RuntimeForTests.start();

  @Autowired CamundaClient client;
  @Autowired CamundaProcessTestContext context;

  @DynamicPropertySource
  static void remote(DynamicPropertyRegistry properties) {
    properties.add("camunda.process-test.remote.client.rest-address", RUNTIME::restAddress);
    properties.add("camunda.process-test.remote.client.grpc-address", RUNTIME::grpcAddress);
    properties.add(
        "camunda.process-test.remote.camunda-monitoring-api-address", RUNTIME::managementAddress);
  }

  @AfterAll
  static void stop() {
    RUNTIME.close();
  }

  /** An application with one worker. */
  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  public static class Application {

    /** What the worker found. */
    public record Greeting(String greeting) {}

    @JobWorker(type = "greet")
    public Greeting greet(@Variable String name) {
      return new Greeting("Good day, " + name);
    }
  }

  @Test
  void shouldHaveTheApplicationsWorkersDoTheWork() {
    // given
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("greeting")
                .startEvent()
                .serviceTask("greet", task -> task.zeebeJobType("greet"))
                .serviceTask("send", task -> task.zeebeJobType("send"))
                .intermediateCatchEvent("answer", event -> event.timerWithDuration("P1D"))
                .endEvent("silence")
                .done(),
            "greeting.bpmn")
        .send()
        .join();
    context.mockJobWorker("send").thenComplete(Map.of("sent", true));

    // when
    var greeting =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("greeting")
            .latestVersion()
            .variables(Map.of("name", "Ada"))
            .send()
            .join();

    // then
    assertThat(greeting)
        .hasVariable("greeting", "Good day, Ada")
        .hasVariable("sent", true)
        .hasActiveElements("answer");

    // when
    context.increaseTime(Duration.ofDays(2));

    // then
    assertThat(greeting).isCompleted().hasCompletedElements("silence");
  }
}
