package dev.candor.cases;

import static dev.candor.bench.Figures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.bench.ClosedLoop;
import dev.candor.bench.Report;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists, searches and cases of a full register, as the API answers them. */
@CandorTest
class CasesBench {

  private static final int WARM_UP = 50;
  private static final int CALLS = 200;
  private static final Random RANDOM = new Random(20_260_702);

  @LocalServerPort private int port;
  @Autowired private EveryRow everyRow;
  @Autowired private TakingIn takingIn;

  @Test
  void measureAFullRegister() {
    var report = new Report("A register of %,d cases".formatted(GeneratedCases.COUNT));
    var loaded = GeneratedCases.load(everyRow);
    var rows = new ArrayList<List<String>>();
    for (var person : List.of("employee", "desk-uk", "counsel")) {
      rows.add(measured(person, "list", "50", () -> "/cases?page=0"));
      rows.add(
          measured(person, "list, a later page", "50", () -> "/cases?page=" + RANDOM.nextInt(8)));
      rows.add(measured(person, "list, decided ones", "50", () -> "/cases?state=DECIDED"));
      rows.add(
          measured(
              person,
              "search, a principal",
              "50",
              () -> "/cases?q=principal%20" + RANDOM.nextInt(499)));
      rows.add(measured(person, "search, a reference", "50", () -> "/cases?q=" + anyReference(1)));
    }
    for (var person : List.of("desk-uk", "counsel")) {
      rows.add(measured(person, "who asks again, in a year", "100", () -> "/asked-again"));
      rows.add(measured(person, "who asks again, in ten", "100", () -> "/asked-again?days=3650"));
    }
    rows.add(measured("desk-uk", "one case", "50", () -> "/cases/" + anyReference(8)));
    rows.add(
        line(
            "precedents, found and kept",
            "the service",
            "100",
            ClosedLoop.run(
                CALLS,
                1,
                () -> {
                  precedents(new CaseReference(anyReference(1)));
                  return CompletableFuture.completedFuture(null);
                })));
    report
        .say(
            """
            Loaded in %s s. Each figure is of %d calls one after the other, after %d to warm up, over HTTP with signing in, as JSON;
            `employee` flagged 200 of them, `desk-uk` sees 25,000, `counsel` 50,000. A list is a page of 25 and the count of all."""
                .formatted(decimal(loaded), CALLS, WARM_UP))
        .table(List.of("What", "for", "p50 ms", "p95 ms", "goal, p95"), rows)
        .write();
  }

  private void precedents(CaseReference reference) {
    Acting.asServiceOn(
        "candor.find-precedents",
        reference.value(),
        () -> {
          takingIn.findPrecedents(reference);
          return null;
        });
  }

  /** Of the cases whose number this divides: those with 8 are of the desk. */
  private static String anyReference(int divisor) {
    var number = divisor * (1 + RANDOM.nextInt(GeneratedCases.COUNT / divisor));
    return GeneratedCases.reference(number).value();
  }

  private List<String> measured(String person, String what, String goal, Supplier<String> call) {
    var api = new Route(port).as(person);
    Supplier<CompletableFuture<?>> one =
        () -> {
          var answer = api.get("/api" + call.get());
          assertThat(answer.status()).as(answer.body()).isEqualTo(200);
          return CompletableFuture.completedFuture(null);
        };
    ClosedLoop.run(WARM_UP, 1, one);
    return line(what, person, goal, ClosedLoop.run(CALLS, 1, one));
  }

  private static List<String> line(String what, String who, String goal, ClosedLoop.Seen seen) {
    return List.of(what, who, decimal(seen.millis(50)), decimal(seen.millis(95)), goal);
  }
}
