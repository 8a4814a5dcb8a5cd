package dev.candor.cases.internal;

import static dev.candor.bench.Figures.decimal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.bench.Report;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Besides;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseState;
import dev.candor.cases.GeneratedCases;
import dev.candor.cases.Outcome;
import dev.candor.cases.Severity;
import dev.candor.support.EveryRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What row-level security costs: the service's own queries with it and without, alternating. */
@SpringBootTest(classes = RegisterOnly.class, webEnvironment = WebEnvironment.NONE)
class NeedToKnowBench {

  private static final int ROUNDS = 200;
  private static final int WARM_UP = 50;

  /** After the policies were switched, statements are planned anew: that is nobody's everyday. */
  private static final int UNTIMED = 2;

  @Autowired private CaseReading reading;
  @Autowired private People people;
  @Autowired private EveryRow everyRow;

  private record Query(String name, Runnable run) {}

  @Test
  void measureTheListAndACase() {
    var report =
        new Report("Need to know twice: the service's queries with row-level security and without");
    var loaded = GeneratedCases.load(everyRow);
    var rows = new ArrayList<List<String>>();
    for (var query : queries()) {
      var times = measured(query.run());
      var with = median(times.get(true));
      var without = median(times.get(false));
      rows.add(List.of(query.name(), decimal(with), decimal(without), decimal(with / without)));
    }
    report
        .say(
            """
            %,d cases, loaded in %s s. Each figure is the median of %d calls in ms, after %d to warm up; calls with the policies and without
            them (`disable row level security` by the superuser) alternate, each after %d more that are not timed. A list is its page of
            25 and the count of all."""
                .formatted(GeneratedCases.COUNT, decimal(loaded), ROUNDS, WARM_UP, UNTIMED))
        .table(List.of("What", "with ms", "without ms", "ratio (goal 1.3)"), rows)
        .write();
  }

  private List<Query> queries() {
    var all = CaseFilter.everything(0, 25);
    var decided = new CaseFilter(CaseState.DECIDED, null, null, "Principal 77", 0, 25);
    var narrow =
        new CaseFilter(
            null,
            null,
            null,
            null,
            new Besides(LocalDate.now().minusYears(2), null, Outcome.DECLINED, Severity.HIGH, "FR"),
            0,
            25);
    var queries = new ArrayList<Query>();
    var seeing = new LinkedHashMap<String, String>();
    seeing.put("employee", "flagged 200");
    seeing.put("desk-uk", "sees 25,000");
    seeing.put("counsel", "sees 50,000");
    seeing.forEach(
        (id, sees) -> {
          var person = person(id);
          queries.add(
              new Query("list, %s (%s)".formatted(id, sees), () -> reading.list(person, all)));
          queries.add(
              new Query(
                  "narrowed list, %s (%s)".formatted(id, sees),
                  () -> reading.list(person, narrow)));
          queries.add(
              new Query(
                  "search, %s (%s)".formatted(id, sees), () -> reading.list(person, decided)));
        });
    var desk = person("desk-uk");
    var one = new CaseReference("SR-2026-100000");
    queries.add(new Query("one case with all that belongs to it", () -> reading.get(desk, one)));
    var five =
        List.of(8, 16, 24, 32, 33).stream()
            .map(n -> new CaseReference("SR-2026-%06d".formatted(n)))
            .toList();
    queries.add(new Query("lines of five precedents", () -> reading.lines(desk, five)));
    return queries;
  }

  private Map<Boolean, double[]> measured(Runnable query) {
    var times = Map.of(true, new double[ROUNDS], false, new double[ROUNDS]);
    for (var round = -WARM_UP; round < ROUNDS; round++) {
      for (var policies : List.of(true, false)) {
        policies(policies);
        for (var call = 0; call < UNTIMED; call++) {
          query.run();
        }
        var begun = System.nanoTime();
        query.run();
        if (round >= 0) {
          times.get(policies)[round] = (System.nanoTime() - begun) / 1e6;
        }
      }
    }
    policies(true);
    return times;
  }

  private void policies(boolean on) {
    var changes =
        everyRow
            .sql(
                """
                select string_agg(format('alter table %I ', relname) || :able || ' row level security', ';')
                  from pg_class where exists (select from pg_policy where polrelid = pg_class.oid)
                """)
            .param("able", on ? "enable" : "disable")
            .query(String.class)
            .single();
    everyRow.sql(changes).update();
  }

  private Person person(String id) {
    return people.find(new PersonId(id)).orElseThrow();
  }

  private static double median(double[] times) {
    var sorted = Arrays.stream(times).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
