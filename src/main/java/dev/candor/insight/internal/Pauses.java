package dev.candor.insight.internal;

import dev.candor.access.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How long cases waited for the other side, in which no deadline of ours passes: of those that
 * ended, each with all its waits together.
 */
@Component
public class Pauses {

  private final FinishedCaseTable finished;
  private final ForManagers managers;

  Pauses(FinishedCaseTable finished, ForManagers managers) {
    this.finished = finished;
    this.managers = managers;
  }

  /**
   * Seconds.
   *
   * @param n how many cases waited
   * @param all how many ended
   * @param median of those that waited
   * @param mean over all that ended
   */
  public record Paused(int n, int all, int median, int p85, double mean) {}

  /**
   * @return empty where fewer than five waited
   * @throws org.springframework.security.access.AccessDeniedException when they are no manager
   */
  public Optional<Paused> of(Person person, TimesQuery query) {
    return managers.count(person, finished::now, cases -> paused(cases, query));
  }

  private Optional<Paused> paused(FinishedCases cases, TimesQuery query) {
    var waited = new Sample();
    var all = new int[1];
    Chosen.of(cases, query, finished::codes)
        .each(
            at -> {
              all[0]++;
              int seconds = cases.forThem(query.working(), at);
              if (seconds > 0) {
                waited.add(0, 0, seconds);
              }
            });
    return waited
        .summary()
        .map(
            summary ->
                new Paused(
                    summary.n(),
                    all[0],
                    summary.median().value(),
                    summary.p85().value(),
                    summary.forThem() * summary.n() / all[0]));
  }
}
