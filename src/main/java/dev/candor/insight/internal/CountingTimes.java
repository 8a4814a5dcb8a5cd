package dev.candor.insight.internal;

import com.google.common.collect.Range;
import dev.candor.insight.internal.CaseLog.LoggedPass;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts the times of a case anew from all that the log holds of it, so that neither order nor
 * repetition of what came in makes a difference.
 */
@Component
class CountingTimes {

  private final CaseLogs logs;
  private final TimeTable times;
  private final KnownCalendars calendars;

  CountingTimes(CaseLogs logs, TimeTable times, KnownCalendars calendars) {
    this.logs = logs;
    this.times = times;
    this.calendars = calendars;
  }

  /**
   * Nothing happens where there is no such case any more.
   *
   * @throws dev.candor.process.EngineUnavailable when the desk's calendar cannot be asked for
   */
  void count(String reference) {
    logs.lock(reference).ifPresent(this::count);
  }

  private void count(CaseLog log) {
    var facts = log.facts();
    var calendar = calendars.of(facts.desk(), facts.market());
    var counted = new HashMap<Long, Spans>();
    for (var pass : log.passes()) {
      if (pass.endedAt() != null) {
        counted.put(
            pass.key(),
            Spans.of(pass.begunAt(), pass.endedAt(), log.holdsOf(pass), wait(pass), calendar));
      }
    }
    times.keep(counted);
    var endedAt = facts.endedAt();
    if (endedAt != null) {
      var whole = Spans.of(facts.flaggedAt(), endedAt, log.holds(), log.waits(), calendar);
      times.keep(facts, endedAt, log.definition(), whole, way(log.passes()));
    }
    times.keepCounted(facts.reference());
  }

  private static List<Range<Instant>> wait(LoggedPass pass) {
    return pass.isWait() ? List.of(CaseLog.span(pass.begunAt(), pass.endedAt())) : List.of();
  }

  /** The tasks and waits it went through, in order. */
  private static String way(List<LoggedPass> passes) {
    return String.join(
        " ",
        passes.stream()
            .filter(pass -> pass.isTask() || pass.isWait())
            .map(pass -> String.valueOf(pass.element()))
            .toList());
  }
}
