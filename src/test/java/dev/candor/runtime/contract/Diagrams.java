package dev.candor.runtime.contract;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the contract is driven with: one small diagram for each thing that can happen. */
final class Diagrams {

  static final String FORM =
      """
      {"id": "judge", "type": "default", "executionPlatform": "Camunda Cloud",
       "components": [{"key": "verdict", "type": "textfield", "id": "f1"}]}
      """;

  static final String ROBOT =
      """
      {"id": "robot", "name": "Robot", "executionPlatform": "Camunda Cloud",
       "executionPlatformVersion": "8.8.0", "script": "Log  Hello"}
      """;

  static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$ss" name="%1$s"
          namespace="http://candor.dev/test">
        <decision id="%1$s" name="The %1$s">
          <decisionTable id="table" hitPolicy="FIRST">
            <input id="in"><inputExpression id="e" typeRef="number"><text>amount</text>
            </inputExpression></input>
            <output id="out" name="size" typeRef="string"/>
            <rule id="heavy"><inputEntry id="i1"><text>&gt; 10</text></inputEntry>
              <outputEntry id="o1"><text>"large"</text></outputEntry></rule>
            <rule id="rest"><inputEntry id="i2"><text></text></inputEntry>
              <outputEntry id="o2"><text>"small"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  /** Every file, by its name. */
  static final Map<String, String> FILES = files();

  private Diagrams() {}

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("judge.form", FORM);
    files.put("robot.rpa", ROBOT);
    files.put("size.dmn", DECISION.formatted("size"));
    files.put("weight.dmn", DECISION.formatted("weight"));
    files.put("judging.bpmn", text(judging("judging")));
    files.put("working.bpmn", text(working()));
    files.put("calling.bpmn", text(calling()));
    files.put("waiting.bpmn", text(waiting()));
    files.put("deciding.bpmn", text(deciding()));
    files.put("free.bpmn", text(free()));
    files.put("listened.bpmn", text(listened()));
    return files;
  }

  static String text(BpmnModelInstance model) {
    return Bpmn.convertToString(model);
  }

  /** A form to start with, a person to judge. */
  static BpmnModelInstance judging(String id) {
    return Bpmn.createExecutableProcess(id)
        .name("Judging")
        .versionTag("v1")
        .startEvent("start")
        .zeebeFormId("judge")
        .userTask("judge")
        .name("Judge it")
        .zeebeUserTask()
        .zeebeFormId("judge")
        .zeebeCandidateGroups("judges")
        .zeebeCandidateUsers("ada")
        .zeebeDueDate("2031-02-03T04:05:06Z")
        .zeebeFollowUpDate("2031-01-03T04:05:06Z")
        .zeebeTaskHeader("colour", "blue")
        .endEvent("end")
        .done();
  }

  private static BpmnModelInstance working() {
    return Bpmn.createExecutableProcess("working")
        .startEvent("start")
        .serviceTask("work", task -> task.zeebeJobType("work").zeebeTaskHeader("colour", "blue"))
        .boundaryEvent("broken", event -> event.error("BROKEN"))
        .endEvent("mended")
        .moveToActivity("work")
        .endEvent("end")
        .done();
  }

  private static BpmnModelInstance calling() {
    return Bpmn.createExecutableProcess("calling")
        .startEvent("start")
        .callActivity("call", call -> call.zeebeProcessId("working"))
        .endEvent("end")
        .done();
  }

  private static BpmnModelInstance waiting() {
    return Bpmn.createExecutableProcess("waiting")
        .startEvent("start")
        .intermediateCatchEvent(
            "answer",
            event -> event.message(m -> m.name("answer").zeebeCorrelationKeyExpression("id")))
        .endEvent("end")
        .done();
  }

  private static BpmnModelInstance deciding() {
    return Bpmn.createExecutableProcess("deciding")
        .startEvent("start")
        .businessRuleTask(
            "decide", task -> task.zeebeCalledDecisionId("size").zeebeResultVariable("size"))
        .endEvent("end")
        .done();
  }

  private static BpmnModelInstance free() {
    return Bpmn.createExecutableProcess("free")
        .startEvent("start")
        .adHocSubProcess(
            "choices",
            choices -> {
              choices.serviceTask("this", task -> task.zeebeJobType("this"));
              choices.serviceTask("that", task -> task.zeebeJobType("that"));
            })
        .endEvent("end")
        .done();
  }

  private static BpmnModelInstance listened() {
    return Bpmn.createExecutableProcess("listened")
        .startEvent("start")
        .userTask("agree")
        .zeebeUserTask()
        .zeebeTaskListener(on -> on.completing().type("may-agree"))
        .endEvent("end")
        .done();
  }
}
