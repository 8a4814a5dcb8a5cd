package dev.candor.workers;

import static dev.candor.support.WorkerTest.Shows.TRIED_AGAIN;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.ServiceNames;
import dev.candor.support.CandorTest;
import dev.candor.support.NothingBeside;
import dev.candor.support.WorkerTest;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every worker there is, given a job that cannot be done at the moment: it says so, does nothing,
 * and is tried again. The jobs are of a case that the register does not have, and that no mail may
 * be about.
 */
@NothingBeside
@CandorTest
@ExtendWith(OutputCaptureExtension.class)
class WorkersTryAgainTests {

  private static final String NOT_THERE = "SR-1999-00001";
  private static final Set<String> WORKERS = ServiceNames.ofThisService().jobTypes();

  @Autowired CamundaClient camunda;
  @Autowired Flyway owner;

  private Map<String, Long> instances = Map.of();

  @BeforeEach
  void refuseMails() {
    change("add constraint no_mail check (reference <> '" + NOT_THERE + "') not valid");
  }

  @AfterEach
  void acceptAll() {
    instances.values().forEach(key -> camunda.newCancelInstanceCommand(key).send().join());
    change("drop constraint no_mail");
  }

  @Test
  @WorkerTest(value = TRIED_AGAIN, of = WorkerTest.EACH)
  void shouldTryAgainWhatCannotBeDoneNow(CapturedOutput output) {
    // given a process for each worker
    var deployment =
        camunda.newDeployResourceCommand().addProcessModel(model("nobody"), "nobody.bpmn");
    for (var type : WORKERS) {
      deployment = deployment.addProcessModel(model(type), type + ".bpmn");
    }
    deployment.send().join();

    // when
    instances = WORKERS.stream().collect(toMap(type -> type, this::start));

    // then each is tried at least twice
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(triedAgain(output)).containsAll(WORKERS));
  }

  private static Set<String> triedAgain(CapturedOutput output) {
    var once = new TreeSet<String>();
    var again = new TreeSet<String>();
    Pattern.compile("\\((candor\\.[a-z-]+)\\) failed: [A-Za-z]+")
        .matcher(output.getAll())
        .results()
        .map(line -> line.group(1))
        .forEach(type -> (once.add(type) ? once : again).add(type));
    return again;
  }

  private long start(String type) {
    var facts = new HashMap<String, Object>();
    facts.put("caseReference", NOT_THERE);
    facts.put("desk", "UK-IE-NL-IL");
    facts.put("severity", "LOW");
    facts.put("groups", List.of("policy"));
    facts.put("group", "policy");
    facts.put("grounds", List.of());
    facts.put("discussion", "of-" + NOT_THERE);
    facts.put("inquiry", UUID.randomUUID().toString());
    facts.put("submission", UUID.randomUUID().toString());
    return camunda
        .newCreateInstanceCommand()
        .bpmnProcessId(idOf(type))
        .latestVersion()
        .variables(facts)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static BpmnModelInstance model(String type) {
    return Bpmn.createExecutableProcess(idOf(type))
        .startEvent()
        .serviceTask(
            "job",
            job ->
                job.zeebeJobType(type)
                    .zeebeJobRetries("3")
                    .zeebeTaskHeader("notice", "DISCUSSION_OPENED"))
        .endEvent()
        .done();
  }

  private static String idOf(String type) {
    return "Only-" + type;
  }

  /** Only the table's owner may, and the service is not. */
  private void change(String how) {
    JdbcClient.create(owner.getConfiguration().getDataSource())
        .sql("alter table mail_outbox " + how)
        .update();
  }
}
