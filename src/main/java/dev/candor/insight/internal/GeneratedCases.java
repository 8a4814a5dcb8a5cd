package dev.candor.insight.internal;

import com.google.common.collect.Range;
import dev.candor.calendar.WorkingTime;
import dev.candor.process.ElementHistory.Pass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes up cases as they could have been: the route of our own diagrams, and some that come back to
 * the review as diagrams of one's own may let them; times as people have them, and a change for the
 * better two thirds through the period. The same numbers give the same cases.
 */
final class GeneratedCases {

  private static final List<Desk> DESKS =
      List.of(
          new Desk("UK-IE-NL-IL", "GB", 1.0),
          new Desk("DE-AT-CH", "DE", 0.8),
          new Desk("EUROPE", "FR", 1.4),
          new Desk("AMERICAS", "US", 1.1));
  private static final List<String> TYPES =
      List.of(
          "CREATE_OR_PROMOTE",
          "REMOVE_OR_RESTRICT",
          "REMOVE_OR_RESTRICT",
          "VERIFY_OR_LABEL",
          "VERIFY_OR_LABEL",
          "POLICY_CHANGE",
          "OTHER");
  private static final List<String> SEVERITIES =
      List.of("LOW", "LOW", "LOW", "MEDIUM", "MEDIUM", "HIGH", "CRITICAL");
  private static final List<String> CHANNELS = List.of("FORMAL", "FORMAL", "INFORMAL", "VERBAL");
  private static final List<String> OUTCOMES =
      List.of(
          "DECLINED",
          "DECLINED",
          "DECLINED_WITH_ALTERNATIVE",
          "ACCEPTED",
          "ACCEPTED_WITH_LABEL",
          "PARTLY_ACCEPTED",
          "NOT_AUTHENTIC",
          "NO_ACTION");

  /** A case begins in working time, which may be some days after the moment that was drawn. */
  private static final Duration LATEST = Duration.ofDays(5);

  private static final Duration DEADLINE = Duration.ofHours(24);

  private final RandomGenerator random;
  private final Instant from;
  private final Instant to;
  private long nextKey;

  /**
   * @param firstKey below zero, where no key of an engine is; they go down from there
   */
  GeneratedCases(RandomGenerator random, Instant from, Instant to, long firstKey) {
    this.random = random;
    this.from = from;
    this.to = to;
    this.nextKey = firstKey;
  }

  /**
   * @param pace how much longer things take there
   */
  record Desk(String code, String market, double pace) {}

  /**
   * @param ends when it is decided, or withdrawn; null when that is after the end of the period
   */
  record Generated(
      Desk desk,
      String type,
      String severity,
      String channel,
      @Nullable String outcome,
      Instant flaggedAt,
      @Nullable Instant ends,
      @Nullable Instant over,
      long instance,
      List<Pass> passes,
      List<Held> holds) {}

  /** A task that somebody was given, and held. */
  record Held(
      long task,
      String element,
      Instant offeredAt,
      Instant dueAt,
      @Nullable Instant endedAt,
      Range<Instant> hold) {}

  /** When the change for the better came. */
  Instant change() {
    return from.plus(Duration.between(from, to).multipliedBy(2).dividedBy(3));
  }

  Desk desk() {
    return pick(DESKS);
  }

  static List<Desk> desks() {
    return DESKS;
  }

  Generated next(Desk desk, WorkingTime calendar) {
    var flaggedAt =
        calendar.after(
            from.plusSeconds(random.nextLong(Duration.between(from, to).minus(LATEST).toSeconds())),
            Duration.ofMinutes(random.nextInt(1, 90)));
    return new OneWay(desk, calendar, flaggedAt).go();
  }

  private long key() {
    return nextKey--;
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The way of one case. */
  private final class OneWay {

    private final Desk desk;
    private final WorkingTime calendar;
    private final Instant flaggedAt;
    private final String severity = pick(SEVERITIES);
    private final String channel = pick(CHANNELS);
    private final long definition;
    private final long root = key();
    private final List<Pass> passes = new ArrayList<>();
    private final List<Held> holds = new ArrayList<>();
    private Instant at;

    OneWay(Desk desk, WorkingTime calendar, Instant flaggedAt) {
      this.desk = desk;
      this.calendar = calendar;
      this.flaggedAt = flaggedAt;
      this.at = flaggedAt;
      this.definition = flaggedAt.isBefore(change()) ? -1 : -2;
    }

    Generated go() {
      pass(
          "SensitiveRequestProcess",
          "StartEvent_RequestFlagged",
          "Request flagged",
          "START_EVENT",
          0);
      pass("TakeInProcess", "Task_Triage", "Triage request", "BUSINESS_RULE_TASK", 1);
      if (random.nextInt(5) == 0) {
        task("TakeInProcess", "Task_CompleteFacts", "Complete facts", 3, 1);
      }
      pass("TakeInProcess", "Task_FindPrecedents", "Find precedents", "SERVICE_TASK", 1);
      task("RegionalReviewProcess", "Task_ReviewRegionally", "Review request", 7, 2);
      boolean silent = channel.equals("VERBAL") && putInWriting();
      if (!silent) {
        decide();
      }
      var ends = at;
      if (!silent) {
        pass("DecisionProcess", "Task_RecordDecision", "Record decision", "SERVICE_TASK", 1);
        task("FollowUpProcess", "Task_ReplyToRequester", "Reply to requester", 5, 1);
      }
      pass(
          "SensitiveRequestProcess",
          silent ? "EndEvent_RequestLapsed" : "EndEvent_CaseClosed",
          silent ? "Request lapsed" : "Case closed",
          "END_EVENT",
          0);
      return new Generated(
          desk,
          pick(TYPES),
          severity,
          channel,
          silent || ends.isAfter(to) ? null : pick(OUTCOMES),
          flaggedAt,
          silent || ends.isAfter(to) ? null : ends,
          at.isAfter(to) ? null : at,
          root,
          passes,
          holds);
    }

    private boolean putInWriting() {
      pass("PutInWritingProcess", "Task_AskInWriting", "Ask in writing", "SERVICE_TASK", 1);
      boolean silent = random.nextInt(3) == 0;
      var begun = at;
      at = at.plus(Duration.ofHours(silent ? 14 * 24 : random.nextLong(20, 10 * 24)));
      add(
          "PutInWritingProcess",
          "Gateway_AwaitAnswer",
          "Await answer",
          "EVENT_BASED_GATEWAY",
          begun);
      if (!silent) {
        task("PutInWritingProcess", "Task_ReviewAnswer", "Review written request", 4, 1);
      }
      return silent;
    }

    private void decide() {
      if (random.nextInt(6) == 0) {
        task("RegionalReviewProcess", "Task_AssessPolicy", "Assess policies", 12, 4);
        if (random.nextInt(at.isBefore(change()) ? 3 : 6) == 0) {
          task("RegionalReviewProcess", "Task_ReviewRegionally", "Review request", 4, 1);
        }
      }
      if (severity.equals("HIGH") || severity.equals("CRITICAL")) {
        task("DecisionProcess", "Task_DecideAsCounsel", "Decide case as counsel", 9, 2);
      } else {
        task("DecisionProcess", "Task_DecideAsDeskHead", "Decide case as desk head", 4, 1);
      }
    }

    private void pass(String process, String element, String name, String kind, int seconds) {
      var begun = at;
      at = at.plusSeconds(seconds);
      add(process, element, name, kind, begun);
    }

    /** Waits some working hours to be claimed, and is then in hand for some. */
    private void task(String process, String element, String name, double waits, double takes) {
      double better = at.isBefore(change()) ? 1 : 0.65;
      var offered = at;
      var claimed = calendar.after(offered, hours(waits * desk.pace() * better));
      at = calendar.after(claimed, hours(takes));
      if (!offered.isAfter(to)) {
        var ended = at.isAfter(to) ? null : at;
        holds.add(
            new Held(
                key(),
                element,
                offered,
                calendar.after(offered, DEADLINE),
                ended,
                Range.closedOpen(claimed, at)));
      }
      add(process, element, name, "USER_TASK", offered);
    }

    /** Log-normal, as the times of people's work are, with this median. */
    private Duration hours(double median) {
      return Duration.ofSeconds(Math.round(median * 3_600 * Math.exp(random.nextGaussian() * 0.7)));
    }

    private void add(String process, String element, String name, String kind, Instant begun) {
      if (!begun.isAfter(to)) {
        var ended = at.isAfter(to) ? null : at;
        passes.add(
            new Pass(
                key(),
                root,
                definition,
                process,
                element,
                name,
                kind,
                begun,
                ended,
                ended != null));
      }
    }
  }
}
