package dev.candor.tasks;

import static dev.candor.bench.Figures.decimal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.bench.ClosedLoop;
import dev.candor.bench.Report;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A full desk while 200 people have it open: its lists, and how soon they hear. */
@CandorTest
class DeskBench {

  private static final int WARM_UP = 100;
  private static final int CALLS = 100;
  private static final int UNDER_WAY = 2;
  private static final int OPEN_DESKS = 200;
  private static final int CHANGES = 40;

  @LocalServerPort private int port;
  @Autowired private EveryRow everyRow;
  @Autowired private CamundaClient camunda;

  @Test
  void measureAFullDesk() {
    var report = new Report("A desk of %,d open tasks".formatted(GeneratedTasks.COUNT));
    GeneratedTasks.load(everyRow);
    try (var desks = OpenDesks.of(OPEN_DESKS, port)) {
      var rows = new ArrayList<List<String>>();
      for (var person : List.of("desk-uk", "counsel")) {
        var window = desks.signedIn(person);
        rows.add(page(window, person, "my groups, by due date", "scope=group"));
        rows.add(
            page(window, person, "all I may see, the gravest first", "scope=all&order=severity"));
        for (var order : List.of("desk", "type")) {
          rows.add(page(window, person, "all I may see, by " + order, "scope=all&order=" + order));
        }
        rows.add(
            page(
                window,
                person,
                "one type and severity",
                "scope=group&type=DISCLOSE_DATA&severity=HIGH"));
        rows.add(page(window, person, "words", "scope=all&q=principal%20123"));
        rows.add(json(person, "scope=group"));
        // The first one was measured while the service was new: what is left of that shows here.
        rows.add(page(window, person, "my groups, by due date, once more", "scope=group"));
      }
      report
          .say(
              """
              %,d open tasks of 40,000 open cases; %d windows have the desk open. Each figure is of %d calls, %d at a time, after %d to
              warm up, over HTTP. `desk-uk` is offered those of one of eight desks, `counsel` a second task of every fourth case. A list is the whole desk as a page
              of HTML, with 50 tasks and the counts of three lists, to somebody who signed in once; as JSON it is 50 tasks and the count of all, and each call
              brings name and password, which are checked each time."""
                  .formatted(GeneratedTasks.COUNT, OPEN_DESKS, CALLS, UNDER_WAY, WARM_UP))
          .table(List.of("What", "for", "tasks", "p50 ms", "p95 ms", "goal, p95"), rows)
          .say(heard(desks))
          .write();
    }
  }

  private List<String> page(OpenDesks.Window window, String person, String what, String query) {
    return measured(
        person,
        "list, " + what,
        total(person, query),
        () -> assertThat(window.get("/desk?" + query)).contains("id=\"todo\""));
  }

  private List<String> json(String person, String query) {
    var api = new Route(port).as(person);
    return measured(
        person,
        "list, my groups, as JSON with signing in",
        total(person, query),
        () -> {
          var answer = api.get("/api/tasks?size=50&" + query);
          assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        });
  }

  private String total(String person, String query) {
    return new Route(port).as(person).get("/api/tasks?" + query).json().path("total").asText();
  }

  private static List<String> measured(String person, String what, String total, Runnable call) {
    Supplier<CompletableFuture<?>> one = () -> CompletableFuture.runAsync(call);
    ClosedLoop.run(WARM_UP, UNDER_WAY, one);
    var seen = ClosedLoop.run(CALLS, UNDER_WAY, one);
    return List.of(what, person, total, decimal(seen.millis(50)), decimal(seen.millis(95)), "100");
  }

  /** From the engine's answer to a claim by a client of its own to the event at an open desk. */
  private String heard(OpenDesks desks) {
    var route = new Route(port);
    var reference = route.flag("employee", ExampleRequests.embassy());
    var task = Long.parseLong(route.offered("desk-uk", reference, Route.REVIEW));
    var nanos = new Histogram(3);
    for (var change = 0; change < CHANGES; change++) {
      var before = desks.heard();
      if (change % 2 == 0) {
        camunda.newAssignUserTaskCommand(task).assignee("desk-uk").send().join();
      } else {
        camunda.newUnassignUserTaskCommand(task).send().join();
      }
      var since = System.nanoTime();
      await().pollInterval(Duration.ofMillis(1)).until(() -> desks.heard() > before);
      nanos.recordValue(Math.max(0, desks.lastHeardAt() - since));
    }
    return "A change in the engine is heard at an open desk %s ms after the engine answered who made it (p50 of %d), %s ms (p95), %s ms at most; goal 1,000 ms."
        .formatted(
            decimal(nanos.getValueAtPercentile(50) / 1e6),
            CHANGES,
            decimal(nanos.getValueAtPercentile(95) / 1e6),
            decimal(nanos.getMaxValue() / 1e6));
  }
}
