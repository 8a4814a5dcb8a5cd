package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.process.RoutingFacts;
import dev.candor.processes.Turn.Picks;
import dev.candor.support.CandorApi.Answer;
import dev.candor.support.EngineTime;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A case of the whole service, carried turn by turn by the people it is offered to, through the
 * HTTP API. Where it stands is read from the register.
 */
final class CaseInTheService {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Set<String> ENDS = Set.of("CLOSED", "WITHDRAWN");

  /** Somebody or something was faster, or a rule forbids it. */
  private static final Set<Integer> TOO_LATE = Set.of(403, 404, 409, 503);

  private final Route route;
  private final EveryRow register;
  private final People people;
  private final CamundaClient camunda;
  private final EngineTime time;
  private final String reference;
  private final List<String> story = new ArrayList<>();

  /**
   * Flags it.
   *
   * @param whichOne for whoever wants to see it again
   */
  CaseInTheService(
      String whichOne,
      Route route,
      EveryRow register,
      People people,
      CamundaClient camunda,
      EngineTime time,
      RoutingFacts facts) {
    this.route = route;
    this.register = register;
    this.people = people;
    this.camunda = camunda;
    this.time = time;
    this.reference = route.flag("employee", flag(facts));
    story.add(whichOne);
    story.add(facts.toString());
  }

  String reference() {
    return reference;
  }

  String state() {
    return register
        .sql("select state from cases where reference = ?")
        .param(reference)
        .query(String.class)
        .single();
  }

  /** In the register, and in the engine: what is discussed beside the follow-up ends as well. */
  boolean hasEnded() {
    return ENDS.contains(state()) && isProcessCompleted();
  }

  /** Until it has ended, or waits for somebody. */
  void awaitItsTurn() {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK_EVERY)
        .atMost(PATIENCE)
        .alias(toString())
        .until(() -> hasEnded() || !openTasks().isEmpty() || waitsForTheOtherSide());
  }

  /** Lets this happen, or if it cannot, the next best. */
  void take(Turn turn) {
    var picks = turn.picks();
    var happened =
        switch (turn.kind()) {
          case ANSWER, RECUSE, PRESS -> answer(picks);
          case WAIT -> false;
          case WRITE ->
              waitsForTheOtherSide() && call("employee", "answer", Map.of("answer", "As we said."));
          case HOLD -> call("counsel", "hold", Map.of("reason", "It may be asked for in court."));
          case WITHDRAW -> call("employee", "withdraw", Map.of());
        };
    if (!happened && !answer(picks)) {
      letTimePass();
    }
  }

  /** All that its people know to have happened. */
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
    for (var person : peopleFor(task)) {
      var id = person.id().value();
      if (isDone(route.claim(id, task))) {
        var form = route.as(id).get("/api/tasks/" + task).json();
        var answers = answers(form.path("form"), picks);
        story.add("%s answers %s with %s".formatted(id, form.path("element").asText(), answers));
        return isDone(route.complete(id, task, answers));
      }
    }
    return false;
  }

  private static Map<String, Object> answers(JsonNode form, Picks picks) {
    var answers = new TreeMap<String, Object>();
    new FormSchema(Path.of("of-the-task"), form)
        .components().stream()
            .filter(component -> !component.key().isEmpty())
            .forEach(component -> answers.put(component.key(), permitted(component, picks)));
    return answers;
  }

  private static Object permitted(FormSchema.Component component, Picks picks) {
    return switch (component.type()) {
      case "checkbox" -> picks.oneOf(List.of(false, true));
      case "radio", "select" -> picks.oneOf(component.values());
      case "checklist" -> List.of(component.values().getFirst());
      default -> "As it is.";
    };
  }

  private boolean call(String person, String what, Map<String, Object> body) {
    story.add(person + ": " + what);
    return isDone(route.as(person).post("/api/cases/" + reference + "/" + what, body));
  }

  private boolean isDone(Answer answer) {
    if (answer.status() / 100 != 2) {
      assertThat(answer.status()).as("%s: %s", answer.body(), this).isIn(TOO_LATE);
      story.add("  refused: " + answer.status());
      return false;
    }
    return true;
  }

  /** Until the last deadline that is set; then nothing of what stood still does any more. */
  private void letTimePass() {
    var due =
        register
            .sql("select max(due_at) from deadline where reference = ?")
            .param(reference)
            .query(Timestamp.class)
            .single()
            .toInstant();
    story.add("it is " + due);
    var waiting = waitsForTheOtherSide();
    time.passes(due.isAfter(Instant.now()) ? due : Instant.now());
    if (waiting) {
      await().atMost(PATIENCE).alias(toString()).until(() -> !waitsForTheOtherSide());
    }
  }

  private boolean isProcessCompleted() {
    var key =
        register
            .sql("select process_instance_key from cases where reference = ?")
            .param(reference)
            .query(Long.class)
            .single();
    return camunda.newProcessInstanceGetRequest(key).send().join().getState()
        == ProcessInstanceState.COMPLETED;
  }

  private boolean waitsForTheOtherSide() {
    return register
        .sql(
            """
            select count(*) filter (where what = 'ASKED_IN_WRITING')
                 > count(*) filter (where what in ('ANSWERED', 'NOT_ANSWERED'))
              from case_event where reference = ?
            """)
        .param(reference)
        .query(Boolean.class)
        .single();
  }

  private List<String> openTasks() {
    return register
        .sql(
            """
            select user_task_key::text from task
             where reference = ? and state = 'CREATED' order by user_task_key
            """)
        .param(reference)
        .query(String.class)
        .list();
  }

  private List<Person> peopleFor(String task) {
    return register
        .sql("select unnest(candidate_groups) from task where user_task_key = ?")
        .param(Long.parseLong(task))
        .query(String.class)
        .list()
        .stream()
        .flatMap(group -> people.inGroup(group).stream())
        .distinct()
        .toList();
  }

  private static Map<String, Object> flag(RoutingFacts facts) {
    var flag = new LinkedHashMap<String, Object>();
    flag.put("type", facts.type());
    flag.put("channel", facts.channel());
    flag.put("principalKind", facts.principalKind());
    flag.put("principalCountry", facts.principalCountry());
    flag.put("market", facts.market());
    flag.put("sender", "Somebody");
    flag.put("principal", "Some body of a state");
    flag.put("ask", "What was asked for.");
    flag.put("wantsToStayHidden", facts.wantsToStayHidden());
    flag.put("politicalContent", facts.politicalContent());
    flag.put("paid", facts.paid());
    flag.put("threat", facts.threat());
    flag.put("receivedOn", facts.receivedOn().toString());
    given(flag, "legalBasis", facts.legalBasisGiven());
    given(flag, "relationship", facts.relationshipGiven());
    given(flag, "audience", facts.audienceGiven());
    return new HashMap<>(flag);
  }

  private static void given(Map<String, Object> flag, String field, boolean is) {
    if (is) {
      flag.put(field, "As they told us.");
    }
  }
}
