package dev.candor.studio.internal;

import java.io.StringWriter;
import java.util.List;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a process owner does in the modeler: makes room behind a step, and puts another step of the
 * desk there and one that records it, filled in as processes/README.md says.
 */
final class StepInserted {

  /** In the README as it is in the diagram. */
  static final List<String> ENTERED =
      List.of(
          "Review request once more",
          "=[\"desk:\" + desk]",
          "second-review",
          "SECOND_REVIEW",
          "onceMoreSubmission",
          "secondRecommendation",
          "Record review once more",
          "=onceMoreSubmission",
          "SECOND_REVIEWER",
          "disagreement",
          "Task_ReviewOnceMore",
          "Task_RecordOnceMore",
          "Flow_ReviewedOnceMore",
          "Flow_RecordedOnceMore");

  /** Of two tasks and the flows between them. */
  private static final int ROOM = 320;

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

  private final Element definitions;

  private StepInserted(Element definitions) {
    this.definitions = definitions;
  }

  /** The diagram with "Review request once more" and its record behind this step. */
  static String behind(String step, String diagram) {
    var edit = new StepInserted(Xml.read(diagram));
    edit.insertBehind(step);
    return edit.text();
  }

  private void insertBehind(String step) {
    var flow =
        Xml.below(definitions, "sequenceFlow").stream()
            .filter(found -> found.getAttribute("sourceRef").equals(step))
            .findFirst()
            .orElseThrow();
    var shape = boundsOf(step);
    var right = number(shape, "x") + number(shape, "width");
    moveRight(right);

    var target = flow.getAttribute("targetRef");
    flow.setAttribute("targetRef", "Task_ReviewOnceMore");
    parse(flow.getParentNode(), task(flow.getAttribute("id")));
    parse(
        flow.getParentNode(),
        """
        <bpmn:sequenceFlow id="Flow_ReviewedOnceMore" sourceRef="Task_ReviewOnceMore" targetRef="Task_RecordOnceMore" />
        <bpmn:sequenceFlow id="Flow_RecordedOnceMore" sourceRef="Task_RecordOnceMore" targetRef="%s" />
        """
            .formatted(target));
    var incoming = byId(target);
    Xml.children(incoming).stream()
        .filter(child -> child.getLocalName().equals("incoming"))
        .filter(child -> child.getTextContent().strip().equals(flow.getAttribute("id")))
        .forEach(child -> child.setTextContent("Flow_RecordedOnceMore"));
    draw(flow.getAttribute("id"), right, number(shape, "y"));
    putOnItsEdge("DueSoon", "=remindAt", "candor.remind", right + 90, number(shape, "y") - 18, -66);
    putOnItsEdge(
        "Overdue", "=dueAt", "candor.report-overdue", right + 90, number(shape, "y") + 62, 66);
  }

  private static String task(String incoming) {
    return """
    <bpmn:userTask id="Task_ReviewOnceMore" name="Review request once more">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="second-review" bindingType="deployment" />
        <zeebe:assignmentDefinition candidateGroups="=[&#34;desk:&#34; + desk]" />
        <zeebe:taskSchedule dueDate="=dueAt" />
        <zeebe:taskHeaders><zeebe:header key="step" value="SECOND_REVIEW" /></zeebe:taskHeaders>
        <zeebe:executionListeners>
          <zeebe:executionListener eventType="start" retries="3" type="candor.set-deadline" />
        </zeebe:executionListeners>
        <zeebe:taskListeners>
          <zeebe:taskListener eventType="creating" retries="3" type="candor.task-creating" />
          <zeebe:taskListener eventType="assigning" retries="3" type="candor.task-assigning" />
          <zeebe:taskListener eventType="completing" retries="3" type="candor.task-completing" />
          <zeebe:taskListener eventType="canceling" retries="3" type="candor.task-canceling" />
        </zeebe:taskListeners>
        <zeebe:ioMapping>
          <zeebe:output source="=submission" target="onceMoreSubmission" />
          <zeebe:output source="=recommendation" target="secondRecommendation" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>%s</bpmn:incoming>
      <bpmn:outgoing>Flow_ReviewedOnceMore</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:serviceTask id="Task_RecordOnceMore" name="Record review once more">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="candor.record-recommendation" retries="3" />
        <zeebe:taskHeaders><zeebe:header key="role" value="SECOND_REVIEWER" /></zeebe:taskHeaders>
        <zeebe:ioMapping>
          <zeebe:input source="=caseReference" target="caseReference" />
          <zeebe:input source="=onceMoreSubmission" target="submission" />
          <zeebe:output source="=recommendation != secondRecommendation" target="disagreement" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_ReviewedOnceMore</bpmn:incoming>
      <bpmn:outgoing>Flow_RecordedOnceMore</bpmn:outgoing>
    </bpmn:serviceTask>
    """
        .formatted(incoming);
  }

  /** A clock on the edge of the new step, and the envelope behind it. */
  private void putOnItsEdge(String when, String at, String job, int middle, int top, int away) {
    var step = byId("Task_ReviewOnceMore");
    var plane = Xml.below(definitions, "BPMNPlane").getFirst();
    parse(
        step.getParentNode(),
        """
        <bpmn:boundaryEvent id="BoundaryEvent_OnceMore%1$s" name="Review %1$s" cancelActivity="false" attachedToRef="Task_ReviewOnceMore">
          <bpmn:outgoing>Flow_OnceMore%1$s</bpmn:outgoing>
          <bpmn:timerEventDefinition id="TimerEventDefinition_OnceMore%1$s"><bpmn:timeDate>%2$s</bpmn:timeDate></bpmn:timerEventDefinition>
        </bpmn:boundaryEvent>
        <bpmn:endEvent id="EndEvent_OnceMore%1$s" name="Told %1$s">
          <bpmn:extensionElements>
            <zeebe:taskDefinition type="%3$s" retries="3" />
            <zeebe:taskHeaders><zeebe:header key="step" value="SECOND_REVIEW" /></zeebe:taskHeaders>
            <zeebe:ioMapping>
              <zeebe:input source="=caseReference" target="caseReference" />
              <zeebe:input source="=[&#34;desk:&#34; + desk]" target="groups" />
            </zeebe:ioMapping>
          </bpmn:extensionElements>
          <bpmn:incoming>Flow_OnceMore%1$s</bpmn:incoming>
          <bpmn:messageEventDefinition id="MessageEventDefinition_OnceMore%1$s" />
        </bpmn:endEvent>
        <bpmn:sequenceFlow id="Flow_OnceMore%1$s" sourceRef="BoundaryEvent_OnceMore%1$s" targetRef="EndEvent_OnceMore%1$s" />
        """
            .formatted(when, at, job));
    circle(plane, "BoundaryEvent_OnceMore" + when, middle - 18, top);
    circle(plane, "EndEvent_OnceMore" + when, middle - 18, top + away);
    parse(
        plane,
        "<bpmndi:BPMNEdge id=\"Flow_OnceMore%1$s_di\" bpmnElement=\"Flow_OnceMore%1$s\"><di:waypoint x=\"%2$d\" y=\"%3$d\" /><di:waypoint x=\"%2$d\" y=\"%4$d\" /></bpmndi:BPMNEdge>"
            .formatted(when, middle, top + (away < 0 ? 0 : 36), top + away + (away < 0 ? 36 : 0)));
  }

  private void circle(Element plane, String id, int x, int y) {
    parse(
        plane,
        "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>"
            .formatted(id, x, y));
  }

  /** Everything behind this line; what crosses it becomes longer. */
  private void moveRight(int line) {
    for (var kind : List.of("Bounds", "waypoint")) {
      Xml.below(definitions, kind).stream()
          .filter(place -> number(place, "x") >= line)
          .forEach(place -> place.setAttribute("x", String.valueOf(number(place, "x") + ROOM)));
    }
    Xml.below(definitions, "BPMNShape").stream()
        .filter(
            shape -> byId(shape.getAttribute("bpmnElement")).getLocalName().equals("subProcess"))
        .map(shape -> Xml.below(shape, "Bounds").getFirst())
        .filter(
            bounds ->
                number(bounds, "x") < line && number(bounds, "x") + number(bounds, "width") > line)
        .forEach(
            bounds -> bounds.setAttribute("width", String.valueOf(number(bounds, "width") + ROOM)));
  }

  private void draw(String flow, int right, int top) {
    var middle = top + 40;
    var plane = Xml.below(definitions, "BPMNPlane").getFirst();
    var edge =
        Xml.below(plane, "BPMNEdge").stream()
            .filter(found -> found.getAttribute("bpmnElement").equals(flow))
            .findFirst()
            .orElseThrow();
    var rest = Xml.below(edge, "waypoint");
    var onwards = new StringBuilder();
    rest.stream()
        .skip(1)
        .forEach(
            point ->
                onwards.append(
                    "<di:waypoint x=\"%s\" y=\"%s\" />"
                        .formatted(point.getAttribute("x"), point.getAttribute("y"))));
    rest.forEach(edge::removeChild);
    point(edge, right, middle);
    point(edge, right + 40, middle);
    task(plane, "Task_ReviewOnceMore", right + 40, top);
    task(plane, "Task_RecordOnceMore", right + 190, top);
    arrow(plane, "Flow_ReviewedOnceMore", right + 140, middle, wayTo(right + 190, middle));
    arrow(plane, "Flow_RecordedOnceMore", right + 290, middle, onwards.toString());
  }

  private void task(Element plane, String id, int x, int y) {
    parse(
        plane,
        "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>"
            .formatted(id, x, y));
  }

  private void arrow(Element plane, String id, int x, int y, String onwards) {
    parse(
        plane,
        "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\">%2$s%3$s</bpmndi:BPMNEdge>"
            .formatted(id, wayTo(x, y), onwards));
  }

  private static String wayTo(int x, int y) {
    return "<di:waypoint x=\"%d\" y=\"%d\" />".formatted(x, y);
  }

  private void point(Element edge, int x, int y) {
    parse(edge, "<di:waypoint x=\"%d\" y=\"%d\" />".formatted(x, y));
  }

  private Element boundsOf(String id) {
    return Xml.below(definitions, "BPMNShape").stream()
        .filter(shape -> shape.getAttribute("bpmnElement").equals(id))
        .map(shape -> Xml.below(shape, "Bounds").getFirst())
        .findFirst()
        .orElseThrow();
  }

  private Element byId(String id) {
    var found = definitions.getElementsByTagNameNS(BPMN, "*");
    for (var i = 0; i < found.getLength(); i++) {
      if (found.item(i) instanceof Element element && element.getAttribute("id").equals(id)) {
        return element;
      }
    }
    throw new IllegalStateException("There is no " + id);
  }

  private void parse(Node parent, String xml) {
    var wrapped =
        Xml.read(
            "<x xmlns:bpmn=\"%s\" xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\" xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\">%s</x>"
                .formatted(BPMN, xml));
    Xml.children(wrapped)
        .forEach(
            child -> parent.appendChild(definitions.getOwnerDocument().importNode(child, true)));
  }

  private static int number(Element place, String attribute) {
    return (int) Math.round(Double.parseDouble(place.getAttribute(attribute)));
  }

  private String text() {
    try {
      var text = new StringWriter();
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(definitions.getOwnerDocument()), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
