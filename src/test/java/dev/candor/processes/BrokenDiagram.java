package dev.candor.processes;

import java.util.List;

/**
 * The sound example with one place broken.
 *
 * @param name what is wrong
 * @param file the name it is kept under
 * @param was text of the sound example
 * @param is what stands there instead
 * @param findings the lines the linter has to answer, without file
 */
record BrokenDiagram(String name, String file, String was, String is, List<String> findings) {

  static final List<BrokenDiagram> ALL =
      List.of(
          broken(
              "unreadable",
              "</bpmn:definitions>",
              "",
              "file: is not BPMN: unparsable content; open it in the modeler, which says where it is broken"),
          broken(
              "unknown reference",
              "messageRef=\"Message_RequestFlagged\"",
              "messageRef=\"Message_Gone\"",
              "file: unresolved reference <Message_Gone>; open it in the modeler, which says where it is broken",
              "Message_RequestFlagged: Element is unused; name it, use it, and keep one of each name",
              "StartEvent_RequestFlagged: Element of type <bpmn:MessageEventDefinition> must have property <messageRef>; Camunda 8.8 would refuse or misread it (rule camunda-compat/message-reference), see its property in the modeler"),
          broken(
              "generated id",
              "Gateway_JoinAfterCounsel",
              "Gateway_1x7k2ab",
              "Gateway_1x7k2ab: has an id that says nothing; give it one like Gateway_IsCounselNeeded"),
          broken(
              "message name",
              "name=\"Msg_RequestFlagged\"",
              "name=\"request flagged\"",
              "Message_RequestFlagged: has a name that is not like Msg_RequestFlagged; the service finds messages by that name, so rename it in both",
              "Message_RequestFlagged: waits for the message \"request flagged\", which nobody sends; take \"Msg_RequestFlagged\" if you mean that, else ask a developer to send it"),
          broken(
              "error code",
              "<bpmn:message id=",
              "<bpmn:error id=\"Error_CaseUnknown\" name=\"Case unknown\" errorCode=\"unknown\" />\n  <bpmn:message id=",
              "Error_CaseUnknown: Element is unused; name it, use it, and keep one of each name",
              "Error_CaseUnknown: has a code that is not like Err_CaseUnknown; workers throw that code, so rename it in both"),
          broken(
              "task without object",
              "name=\"Find desk\"",
              "name=\"Desk\"",
              "Task_FindDesk: is not named as verb and object; name it like \"Record decision\""),
          broken(
              "event without state",
              "name=\"Case closed\"",
              "name=\"End\"",
              "EndEvent_CaseClosed: is not named as object and state; name it like \"Case closed\""),
          broken(
              "split that asks nothing",
              "name=\"Is counsel needed?\"",
              "name=\"Counsel\"",
              "Gateway_IsCounselNeeded: splits without asking; name it as a question, like \"Is counsel needed?\""),
          broken(
              "unnamed answer",
              "name=\"no\" ",
              "",
              "Flow_CounselNotNeeded: is no answer to Gateway_IsCounselNeeded; name it as an answer, like \"yes\""),
          broken(
              "named join",
              "<bpmn:exclusiveGateway id=\"Gateway_JoinAfterCounsel\">",
              "<bpmn:exclusiveGateway id=\"Gateway_JoinAfterCounsel\" name=\"Go on\">",
              "Gateway_JoinAfterCounsel: asks nothing, as a join, yet has a name; clear its name"),
          broken(
              "no default flow",
              " default=\"Flow_CounselNotNeeded\"",
              "",
              "Gateway_IsCounselNeeded: has no default flow, so a case that answers none of its conditions gets stuck; mark one flow as default"),
          broken(
              "no condition",
              "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">=recommendation = \"ESCALATE\"</bpmn:conditionExpression>",
              "",
              "Flow_CounselNeeded: leaves Gateway_IsCounselNeeded without a condition; give it one or make it the default flow"),
          broken(
              "decision without binding",
              "resultVariable=\"desk\" bindingType=\"latest\"",
              "resultVariable=\"desk\"",
              "Task_FindDesk: does not say which version of its decision it means; set the binding to \"latest\", \"deployment\" or \"versionTag\""),
          broken(
              "form without binding",
              "formId=\"regional-review\" bindingType=\"deployment\"",
              "formId=\"regional-review\"",
              "Task_ReviewRegionally: does not say which version of its form it means; set the binding to \"latest\", \"deployment\" or \"versionTag\""),
          broken(
              "task without retries",
              "type=\"candor.tell-parties\" retries=\"3\"",
              "type=\"candor.tell-parties\"",
              "Task_TellCounsel: does not say how often its job \"candor.tell-parties\" is tried; set its retries"),
          broken(
              "listener without retries",
              "eventType=\"creating\" retries=\"3\"",
              "eventType=\"creating\"",
              "Task_ReviewRegionally: does not say how often its job \"candor.task-creating\" is tried; set its retries"),
          broken(
              "task without listener",
              "<zeebe:taskListener eventType=\"canceling\" retries=\"3\" type=\"candor.task-canceling\" />",
              "",
              "Task_ReviewRegionally: does not tell the desk when it is canceling; add a task listener \"canceling\" of type candor.task-canceling"),
          broken(
              "task that is not native",
              "<zeebe:userTask />",
              "",
              "Task_ReviewRegionally: is not a native user task; set its implementation to \"Camunda user task\""),
          broken(
              "task for nobody",
              "<zeebe:assignmentDefinition candidateGroups=\"=[&#34;desk:&#34; + desk]\" />",
              "",
              "Task_ReviewRegionally: is offered to nobody; set its candidate groups"),
          broken(
              "task never due",
              "<zeebe:taskSchedule dueDate=\"=dueAt\" />",
              "",
              "Task_ReviewRegionally: is never due; set its due date"),
          broken(
              "deadline that nothing sets",
              "<zeebe:executionListener eventType=\"start\" retries=\"3\" type=\"candor.set-deadline\" />",
              "",
              "Task_ReviewRegionally: is due at a time that nothing sets; add a start listener of type candor.set-deadline"),
          broken(
              "deadline of no step",
              "<zeebe:header key=\"step\" value=\"REVIEW\" />",
              "",
              "Task_ReviewRegionally: does not say which step of the table deadlines it is; add the header \"step\""),
          broken(
              "task without reminder",
              "cancelActivity=\"false\" ",
              "",
              "Task_ReviewRegionally: reminds nobody before it is due; put a Reminder on its edge, and an envelope behind it"),
          broken(
              "task that may be late",
              "<bpmn:timerEventDefinition id=\"TimerEventDefinition_ReviewOverdue\">\n        <bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">=dueAt</bpmn:timeDate>\n      </bpmn:timerEventDefinition>",
              "<bpmn:escalationEventDefinition id=\"EscalationEventDefinition_ReviewOverdue\" />",
              "BoundaryEvent_ReviewOverdue: Element of type <bpmn:BoundaryEvent> with event definition of type <bpmn:EscalationEventDefinition> is not allowed to be attached to element of type <bpmn:UserTask>; Camunda 8.8 would refuse or misread it (rule camunda-compat/escalation-boundary-event-attached-to-ref), see its property in the modeler",
              "Task_ReviewRegionally: goes on as if nothing were when it is overdue; put a Deadline or a Delay on its edge"),
          broken(
              "task without form",
              "<zeebe:formDefinition formId=\"regional-review\" bindingType=\"deployment\" />",
              "",
              "Task_ReviewRegionally: has no form; link one by its id"),
          broken(
              "task that takes over everything",
              "<zeebe:output source=\"=recommendation\" target=\"recommendation\" />",
              "",
              "Task_ReviewRegionally: takes over every variable it is given; add an output mapping for each variable the process needs"),
          broken(
              "words that nothing records",
              "<zeebe:output source=\"=recommendation\" target=\"recommendation\" />",
              "<zeebe:output source=\"=recommendation\" target=\"recommendation\" /><zeebe:output source=\"=submission\" target=\"reviewSubmission\" />",
              "Task_ReviewRegionally: loses what is entered, as nothing reads \"reviewSubmission\"; put a task behind it that records it, with \"=reviewSubmission\" as its submission"),
          broken(
              "lane",
              "<bpmn:startEvent id=",
              "<bpmn:laneSet id=\"LaneSet_Desk\"><bpmn:lane id=\"Lane_Desk\" name=\"Desk\" /></bpmn:laneSet>\n    <bpmn:startEvent id=",
              "Lane_Desk: Element is missing bpmndi; draw it, or delete it from the file",
              "LaneSet_Desk: draws pools or lanes; take them out, a task's candidate group says who does it"),
          broken(
              "loop",
              "sourceRef=\"Task_TellCounsel\" targetRef=\"Gateway_JoinAfterCounsel\"",
              "sourceRef=\"Task_TellCounsel\" targetRef=\"Task_FindDesk\"",
              "Flow_CounselTold: runs to the left; move Task_FindDesk to the right of Task_TellCounsel",
              "Flow_CounselTold: closes a loop; let the engine retry (retries, timers) or start the step anew from an event"),
          broken(
              "second start",
              "<bpmn:endEvent id=\"EndEvent_CaseClosed\"",
              "<bpmn:startEvent id=\"StartEvent_CaseReopened\" name=\"Case reopened\"><bpmn:outgoing>Flow_Reopened</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id=\"Flow_Reopened\" sourceRef=\"StartEvent_CaseReopened\" targetRef=\"Task_TellCounsel\" /><bpmn:endEvent id=\"EndEvent_CaseClosed\"",
              "StartEvent_CaseReopened: Element is missing bpmndi; draw it, or delete it from the file",
              "Flow_Reopened: Element is missing bpmndi; draw it, or delete it from the file",
              "StartEvent_CaseReopened: is one start too many beside StartEvent_RequestFlagged; a process begins in one way"),
          broken(
              "implicit end",
              "<bpmn:outgoing>Flow_CounselTold</bpmn:outgoing>",
              "",
              "Task_TellCounsel: Element is an implicit end; let it end in a named end event"),
          broken(
              "old platform",
              "executionPlatformVersion=\"8.8.0\"",
              "executionPlatformVersion=\"8.5.0\"",
              "Definitions_Example: is not made for Camunda 8.8; choose it in the modeler's footer (modeler:executionPlatformVersion=\"8.8.0\")"),
          broken(
              "not drawn",
              "<bpmndi:BPMNShape id=\"Task_TellCounsel_di\" bpmnElement=\"Task_TellCounsel\">\n        <dc:Bounds x=\"600\" y=\"200\" width=\"100\" height=\"80\" />\n      </bpmndi:BPMNShape>",
              "",
              "Task_TellCounsel: Element is missing bpmndi; draw it, or delete it from the file"),
          broken(
              "odd size",
              "x=\"340\" y=\"80\" width=\"100\" height=\"80\"",
              "x=\"340\" y=\"75\" width=\"100\" height=\"90\"",
              "Task_ReviewRegionally: Element has a non-standard size; expected 100x80; give it the size the modeler gives it"),
          broken(
              "runs to the left",
              "x=\"600\" y=\"200\" width=\"100\"",
              "x=\"440\" y=\"200\" width=\"100\"",
              "Flow_CounselNeeded: runs to the left; move Task_TellCounsel to the right of Gateway_IsCounselNeeded"),
          broken(
              "crossing flows",
              "<di:waypoint x=\"700\" y=\"240\" />",
              "<di:waypoint x=\"700\" y=\"240\" />\n        <di:waypoint x=\"650\" y=\"60\" />",
              "Flow_CounselNotNeeded: crosses Flow_CounselTold; lay one of them round the other"),
          broken(
              "runs through a task",
              "<di:waypoint x=\"520\" y=\"240\" />\n",
              "<di:waypoint x=\"520\" y=\"240\" />\n        <di:waypoint x=\"360\" y=\"255\" />\n        <di:waypoint x=\"360\" y=\"140\" />\n        <di:waypoint x=\"480\" y=\"140\" />\n",
              "Flow_CounselNeeded: runs through Task_ReviewRegionally; lay it round"),
          broken(
              "overlapping",
              "x=\"862\" y=\"102\"",
              "x=\"790\" y=\"102\"",
              "Gateway_JoinAfterCounsel: Element overlaps with other element; move the two apart",
              "EndEvent_CaseClosed: Element overlaps with other element; move the two apart"),
          broken(
              "no FEEL",
              "=recommendation = \"ESCALATE\"",
              "=recommendation = =",
              "Flow_CounselNeeded: Property <conditionExpression> is not a valid FEEL expression; Camunda 8.8 would refuse or misread it (rule camunda-compat/feel), see its property in the modeler"),
          broken(
              "message that brings everything",
              "<zeebe:output source=\"=market\" target=\"market\" />",
              "",
              "StartEvent_RequestFlagged: takes over every variable it is given; add an output mapping for each variable the process needs"),
          new BrokenDiagram(
              "misnamed file",
              "sample.bpmn",
              "x",
              "x",
              List.of(
                  "ExampleProcess: is kept in sample.bpmn; rename the file to example.bpmn, after the process")));

  private static BrokenDiagram broken(String name, String was, String is, String... findings) {
    return new BrokenDiagram(name, "example.bpmn", was, is, List.of(findings));
  }

  String breaking(String sound) {
    if (!sound.contains(was)) {
      throw new IllegalStateException("The sound example no longer says: " + was);
    }
    return sound.replace(was, is);
  }

  @Override
  public String toString() {
    return name;
  }
}
