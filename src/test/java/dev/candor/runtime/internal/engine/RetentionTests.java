package dev.candor.runtime.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.log.FileJournal;
import dev.candor.runtime.internal.log.Journal;
import dev.candor.runtime.internal.log.MemoryJournal;
import dev.candor.runtime.internal.projection.Projections;
import dev.candor.runtime.internal.query.Table;
import dev.candor.support.BesideOthers;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.impl.record.value.decision.DecisionEvaluationRecord;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has ended is found for a while, and then nothing of it is. */
@BesideOthers
class RetentionTests {

  private static final Keeping A_WEEK = new Keeping(Duration.ofDays(7), 64 << 10);

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="answers" name="Answers"
          namespace="https://candor.example">
        <decision id="answer" name="Answer">
          <variable name="answer" typeRef="number"/>
          <literalExpression><text>6 * 7</text></literalExpression>
        </decision>
      </definitions>
      """;

  @TempDir private Path temporary;

  @Test
  void shouldForgetWhatEndedWithAllThatBelongsToIt() {
    try (var core = started(new MemoryJournal())) {
      var engineer = new Engineer(core);
      engineer.deploy(called());
      engineer.deploy(
          Bpmn.createExecutableProcess("calling")
              .startEvent()
              .callActivity("call", call -> call.zeebeProcessId("inner"))
              .endEvent()
              .done());
      engineer.deploy(Engineer.oneTask("work"));
      engineer.create("calling");
      long open = engineer.create("one-task");
      engineer.activate("inner").forEach(engineer::complete);
      core.whenIdle().join();
      assertThat(instances(core)).hasSize(3);

      core.clock().advance(Duration.ofDays(6));
      assertThat(instances(core)).hasSize(3);

      core.clock().advance(Duration.ofDays(2));

      assertThat(instances(core)).containsExactly(open);
      Projections read = core.projections();
      assertThat(processInstancesIn(read)).containsOnly(open);
    }
  }

  @Test
  void shouldKeepWhatACallerThatGoesOnHasCalled() {
    try (var core = started(new MemoryJournal())) {
      var engineer = new Engineer(core);
      engineer.deploy(called());
      engineer.deploy(
          Bpmn.createExecutableProcess("outer")
              .startEvent()
              .callActivity("call", call -> call.zeebeProcessId("inner"))
              .serviceTask("then", task -> task.zeebeJobType("then"))
              .endEvent()
              .done());
      engineer.create("outer");
      engineer.activate("inner").forEach(engineer::complete);

      core.clock().advance(Duration.ofDays(8));

      assertThat(instances(core)).hasSize(2);
    }
  }

  @Test
  void shouldForgetDecisionsThatNoProcessAskedFor() {
    try (var core = started(new MemoryJournal())) {
      var engineer = new Engineer(core);
      var deployment = new DeploymentRecord();
      deployment
          .resources()
          .add()
          .setResourceName("answer.dmn")
          .setResource(DECISION.getBytes(StandardCharsets.UTF_8));
      engineer.accepted(new Command(DeploymentIntent.CREATE, deployment));
      engineer.accepted(
          new Command(
              DecisionEvaluationIntent.EVALUATE,
              new DecisionEvaluationRecord().setDecisionId("answer")));
      core.whenIdle().join();
      assertThat(core.projections().decisionInstances.table().size()).isOne();

      core.clock().advance(Duration.ofDays(8));

      assertThat(core.projections().decisionInstances.table().size()).isZero();
      assertThat(core.projections().decisionDefinitions.table().size()).isOne();
    }
  }

  @Test
  void shouldForgetWhatASnapshotKnewOf() {
    var folder = temporary.resolve("runtime");
    try (var core = started(new FileJournal(folder, 32 << 10))) {
      var engineer = new Engineer(core);
      engineer.deploy(Engineer.oneTask("work"));
      for (int i = 0; i < 100; i++) {
        engineer.create("one-task");
      }
      engineer.activate("work").forEach(engineer::complete);
    }
    assertThat(folder.resolve("snapshots")).isNotEmptyDirectory();

    try (var core = started(new FileJournal(folder, 32 << 10))) {
      core.whenIdle().join();
      assertThat(instances(core)).hasSize(100);

      core.clock().advance(Duration.ofDays(8));

      assertThat(processInstancesIn(core.projections())).isEmpty();
    }
  }

  private static EngineCore started(Journal journal) {
    var core = new EngineCore(journal, A_WEEK);
    core.start();
    return core;
  }

  /** To be called by another. */
  private static BpmnModelInstance called() {
    return Bpmn.createExecutableProcess("inner")
        .startEvent()
        .serviceTask("task", task -> task.zeebeJobType("inner"))
        .endEvent()
        .done();
  }

  private static List<Long> instances(EngineCore core) {
    return core.projections()
        .processInstances
        .table()
        .rows()
        .map(row -> row.processInstanceKey().value())
        .toList();
  }

  /** The process instances that any row at all belongs to. */
  private static Stream<Long> processInstancesIn(Projections read) {
    return Stream.of(
            keys(read.processInstances.table(), row -> row.processInstanceKey().value()),
            keys(read.elementInstances.table(), row -> row.processInstanceKey().value()),
            keys(read.sequenceFlows.table(), row -> row.processInstanceKey().value()),
            keys(read.variables.table(), row -> row.processInstanceKey().value()),
            keys(read.jobs.table(), row -> row.processInstanceKey().value()))
        .flatMap(keys -> keys);
  }

  private static <T extends Record> Stream<Long> keys(Table<?, T> table, Function<T, Long> key) {
    return table.rows().map(key);
  }
}
