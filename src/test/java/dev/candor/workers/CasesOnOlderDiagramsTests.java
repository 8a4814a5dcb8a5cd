package dev.candor.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.process.FileSet;
import dev.candor.process.JobTypes;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.process.RetiredJobTypes;
import dev.candor.support.CandorInAnotherTime;
import dev.candor.support.EngineTime;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case that began on a diagram of before, and asks for a job that no diagram names any more. */
@CandorInAnotherTime
class CasesOnOlderDiagramsTests {

  private static final String DECISION = "decision.bpmn";

  @LocalServerPort int port;

  @Value("${candor.runtime.management-address}")
  URI management;

  @Autowired ProcessSets sets;
  @Autowired EveryRow jdbc;

  @AfterEach
  void backToTheMachinesTime() {
    new EngineTime(management).isTheMachinesAgain();
  }

  @Test
  void shouldGoOnByAWorkerThatIsKeptForThem() {
    // given a case that waits for its decision on the older diagram
    var route = new Route(port);
    await().atMost(Duration.ofMinutes(2)).until(() -> sets.current().isPresent());
    var today = sets.files(sets.current().orElseThrow().number());
    sets.deploy(today.with(asItWasBefore(today)), Origin.UPLOAD, "owner");
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.review("desk-uk", reference, "ACCEPT_WITH_LABEL");
    var decision = route.offered("head-uk", reference, Route.DECIDE_AS_HEAD);
    sets.deploy(today, Origin.UPLOAD, "owner");

    // when its head does not decide in time
    var due = route.as("head-uk").get("/api/tasks/" + decision).json().path("dueAt").asText();
    new EngineTime(management).passes(Instant.parse(due));

    // then it is counsel's to decide, as the older diagram has it
    route.offered("counsel", reference, Route.DECIDE_AS_COUNSEL);
    assertThat(
            jdbc.sql("select detail from case_event where reference = ? and what = 'STEP_OVERDUE'")
                .param(reference)
                .query(String.class)
                .list())
        .containsOnlyOnce("DECISION");
  }

  /** Before 24 November 2026 the job of the late decision had a type of its own, and no headers. */
  private static FileSet asItWasBefore(FileSet today) {
    var job =
        Pattern.compile(
            "<zeebe:taskDefinition type=\"%s\" retries=\"3\" />\\s*<zeebe:taskHeaders>.*?</zeebe:taskHeaders>"
                .formatted(JobTypes.REPORT_OVERDUE),
            Pattern.DOTALL);
    var groups = Pattern.compile("<zeebe:input source=\"=\\[[^\"]*\\]\" target=\"groups\" />");
    var text = today.text(DECISION);
    var task = text.indexOf("<bpmn:serviceTask id=\"Task_EscalateOverdueDecision\"");
    var end = text.indexOf("</bpmn:serviceTask>", task);
    var before =
        job.matcher(text.substring(task, end))
            .replaceFirst(
                "<zeebe:taskDefinition type=\"%s\" retries=\"3\" />"
                    .formatted(RetiredJobTypes.REPORT_OVERDUE_DECISION));
    before =
        groups.matcher(before).replaceFirst("<zeebe:input source=\"=desk\" target=\"desk\" />");
    assertThat(before).contains(RetiredJobTypes.REPORT_OVERDUE_DECISION, "\"=desk\"");
    var older = text.substring(0, task) + before + text.substring(end);
    return FileSet.of(Map.of(DECISION, older.getBytes(StandardCharsets.UTF_8)));
  }
}
