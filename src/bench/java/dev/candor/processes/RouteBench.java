package dev.candor.processes;

import static dev.candor.bench.Figures.decimal;

import dev.candor.bench.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers and register cost: the whole route with them, and with workers that do nothing. */
class RouteBench {

  private static final int UNDER_WAY = Integer.getInteger("candor.bench.under-way", 10);
  private static final int WARM_UP = Integer.getInteger("candor.bench.warm-up", 600);
  private static final int ROUNDS = Integer.getInteger("candor.bench.rounds", 5);
  private static final int CASES = Integer.getInteger("candor.bench.cases", 200);
  private static final double GOAL = 0.5;

  @TempDir Path folder;

  @Test
  void measureTheWholeRoute() {
    List<Double> real = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    var report = new Report("Cases through the whole route, with workers and with idle ones");
    try (var service = new RealCases(folder.resolve("service"))) {
      service.carry(WARM_UP, UNDER_WAY);
      try (var nothing = new IdleCases(folder.resolve("idle"), service.workers())) {
        nothing.carry(WARM_UP, UNDER_WAY);
        for (int round = 0; round < ROUNDS; round++) {
          idle.add(nothing.carry(CASES, UNDER_WAY));
          real.add(service.carry(CASES, UNDER_WAY));
        }
      }
    }
    report
        .say(
            """
            An embassy's open wish for a verified account, from the flag to the closed case: review, decision of the head, reply, carried out, and a policy discussion of three
            groups that changes nothing; whoever is asked claims and completes at once. %d cases under way, engine and database durable; a round ends when its letters are sent too. The service with its workers, register, ledger and mails, and the same diagrams on
            an engine of its own with workers of the same settings that do nothing; in one JVM, in turn: %d cases each to warm up, then %d rounds of %d."""
                .formatted(UNDER_WAY, WARM_UP, ROUNDS, CASES))
        .table(
            List.of("Workers", "cases per second, median", "least", "most"),
            List.of(row("do nothing", idle), row("the service's", real)))
        .table(
            List.of("Ratio", "seen", "goal"),
            List.of(
                List.of(
                    "the service's to those that do nothing",
                    decimal(median(real) / median(idle)),
                    decimal(GOAL))))
        .write();
  }

  private static List<String> row(String name, List<Double> perSecond) {
    return List.of(
        name,
        decimal(median(perSecond)),
        decimal(perSecond.stream().min(Double::compare).orElseThrow()),
        decimal(perSecond.stream().max(Double::compare).orElseThrow()));
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
