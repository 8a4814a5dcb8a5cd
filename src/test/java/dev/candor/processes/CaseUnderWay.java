package dev.candor.processes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.process.JobTypes;
import dev.candor.process.Messages;
import dev.candor.processes.Turn.Picks;
import dev.candor.runtime.CamundaRuntime;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The only case of an engine, carried turn by turn through whatever diagrams there are. What the
 * engine does not hear of (a comment, a dissent) changes nothing here.
 */
final class CaseUnderWay {

  private static final Duration AS_LONG_AS_THE_SERVICE_KEEPS_A_MESSAGE = Duration.ofDays(1);
  private static final int MOST_INQUIRIES = 2;

  /** One that is lifted can be set again. */
  private static final int MOST_HOLDS = 2;

  private static final Map<String, FormSchema> FORMS =
      FormSchema.ours().stream().collect(Collectors.toMap(FormSchema::id, Function.identity()));
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final CamundaRuntime runtime;
  private final CamundaClient client;
  private final JobsByHand jobs;
  private final String reference;
  private final long instance;
  private final List<String> story = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  /** Flags it. */
  CaseUnderWay(
      CamundaRuntime runtime, CamundaClient client, CaseByChance chance, String reference) {
    this.runtime = runtime;
    this.client = client;
    this.reference = reference;
    this.jobs =
        new JobsByHand(
            runtime,
            client,
            Map.of(
                JobTypes.RECORD_FACTS,
                chance.completed(),
                JobTypes.COUNT_SIMILAR_CASES,
                Map.of("similarCases", chance.similarCases())));
    var facts = JSON.convertValue(chance.flag(), new TypeReference<Map<String, Object>>() {});
    facts.put("caseReference", reference);
    this.instance =
        jobs.doneAfter(
                client
                    .newCorrelateMessageCommand()
                    .messageName(Messages.REQUEST_FLAGGED)
                    .correlationKey(reference)
                    .variables(facts)
                    .send())
            .getProcessInstanceKey();
  }

  /** Lets this happen, or if it cannot, the next best. */
  void take(Turn turn) {
    var picks = turn.picks();
    var happened =
        switch (turn.kind()) {
          case ANSWER -> false;
          case WAIT -> letTimePass();
          case RECUSE -> recuse(picks);
          case WRITE -> write();
          case PRESS -> inquire();
          case HOLD -> hold();
          case WITHDRAW -> withdraw();
        };
    if (!happened && !answer(picks) && !letTimePass()) {
      story.add("nothing can happen any more");
    }
  }

  boolean hasEnded() {
    return active().isEmpty();
  }

  boolean isCompleted() {
    return client.newProcessInstanceGetRequest(instance).send().join().getState()
        == ProcessInstanceState.COMPLETED;
  }

  /** So that nothing of it is in the way of the next. */
  void stop() {
    active().stream()
        .filter(each -> each.getParentProcessInstanceKey() == null)
        .map(ProcessInstance::getProcessInstanceKey)
        .forEach(key -> jobs.doneAfter(client.newCancelInstanceCommand(key).send()));
  }

  /** Of the route itself, not of the steps it calls. */
  List<String> endEvents() {
    return client
        .newElementInstanceSearchRequest()
        .filter(
            filter ->
                filter
                    .processInstanceKey(instance)
                    .type(ElementInstanceType.END_EVENT)
                    .state(ElementInstanceState.COMPLETED))
        .send()
        .join()
        .items()
        .stream()
        .map(ElementInstance::getElementId)
        .toList();
  }

  List<String> incidents() {
    return incidents(client);
  }

  /** The open ones of an engine: where, and why. */
  static List<String> incidents(CamundaClient client) {
    return client
        .newIncidentSearchRequest()
        .filter(filter -> filter.state(IncidentState.ACTIVE))
        .send()
        .join()
        .items()
        .stream()
        .map(incident -> incident.getElementId() + ": " + incident.getErrorMessage())
        .toList();
  }

  /** How often jobs of this type were done for it. */
  int done(String jobType) {
    return Collections.frequency(jobs.done(), jobType);
  }

  /** What has happened so far. */
  @Override
  public String toString() {
    return "%s:\n  %s\n".formatted(reference, String.join("\n  ", story));
  }

  private boolean answer(Picks picks) {
    var open = openTasks();
    if (open.isEmpty()) {
      return false;
    }
    var task = picks.oneOf(open);
    var answers = answers(task, picks);
    story.add("%s is answered with %s".formatted(task.getElementId(), answers));
    var variables = new HashMap<>(answers);
    variables.put("submission", UUID.randomUUID().toString());
    jobs.doneAfter(
        client.newCompleteUserTaskCommand(task.getUserTaskKey()).variables(variables).send());
    return true;
  }

  /** What the form gives to the engine: each of its choices is permitted. */
  private Map<String, Object> answers(UserTask task, Picks picks) {
    var form = client.newUserTaskGetFormRequest(task.getUserTaskKey()).send().join();
    var answers = new TreeMap<String, Object>();
    FORMS.get(form.getFormId()).components().stream()
        .filter(FormSchema.Component::isGivenToTheEngine)
        .forEach(component -> answers.put(component.key(), picks.oneOf(permitted(component))));
    return answers;
  }

  private static List<?> permitted(FormSchema.Component component) {
    return component.type().equals("checkbox") ? List.of(false, true) : component.values();
  }

  private boolean letTimePass() {
    var timer = runtime.clock().advanceToNextTimer();
    timer.ifPresent(
        at -> {
          story.add("it is " + at);
          jobs.doAll();
        });
    return timer.isPresent();
  }

  private boolean recuse(Picks picks) {
    var open = openTasks();
    if (open.isEmpty()) {
      return false;
    }
    var task = picks.oneOf(open);
    story.add("%s is given back by somebody recused".formatted(task.getElementId()));
    var key = task.getUserTaskKey();
    jobs.doneAfter(client.newAssignUserTaskCommand(key).assignee("somebody").send());
    jobs.doneAfter(client.newUnassignUserTaskCommand(key).send());
    return true;
  }

  /** The register takes one answer, and only where it asked for one. */
  private boolean write() {
    return done(JobTypes.ASK_IN_WRITING) > 0
        && done(JobTypes.RECORD_SILENCE) == 0
        && !messages.contains(Messages.ANSWER_ARRIVED)
        && arrives(Messages.ANSWER_ARRIVED, Map.of());
  }

  private boolean inquire() {
    return Collections.frequency(messages, Messages.PRESS_INQUIRY_ARRIVED) < MOST_INQUIRIES
        && arrives(
            Messages.PRESS_INQUIRY_ARRIVED,
            Map.of(
                "caseReference", reference,
                "inquiry", UUID.randomUUID().toString(),
                "type", "OTHER",
                "severity", "MEDIUM",
                "desk", "INTERNATIONAL"));
  }

  private boolean hold() {
    return Collections.frequency(messages, Messages.LEGAL_HOLD_SET) < MOST_HOLDS
        && arrives(Messages.LEGAL_HOLD_SET, Map.of());
  }

  /** The register refuses it for what is decided, or over. */
  private boolean withdraw() {
    return done(JobTypes.RECORD_DECISION) == 0
        && done(JobTypes.RECORD_WITHDRAWAL) == 0
        && arrives(Messages.REQUEST_WITHDRAWN, Map.of());
  }

  private boolean arrives(String message, Map<String, Object> variables) {
    messages.add(message);
    story.add(message + " arrives");
    jobs.doneAfter(
        client
            .newPublishMessageCommand()
            .messageName(message)
            .correlationKey(reference)
            .timeToLive(AS_LONG_AS_THE_SERVICE_KEEPS_A_MESSAGE)
            .variables(variables)
            .send());
    return true;
  }

  private List<UserTask> openTasks() {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.state(UserTaskState.CREATED))
        .send()
        .join()
        .items();
  }

  private List<ProcessInstance> active() {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.state(ProcessInstanceState.ACTIVE))
        .send()
        .join()
        .items();
  }
}
