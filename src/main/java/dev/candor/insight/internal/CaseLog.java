package dev.candor.insight.internal;

import com.google.common.collect.Range;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the log holds of one case.
 *
 * @param passes of its process and of those that it called, oldest first
 * @param tasks what people were given to do, oldest first
 */
record CaseLog(Facts facts, List<LoggedPass> passes, List<LoggedTask> tasks) {

  /** In these the process waits for somebody outside, or for the day they have until. */
  private static final Set<String> WAITS =
      Set.of("EVENT_BASED_GATEWAY", "RECEIVE_TASK", "INTERMEDIATE_CATCH_EVENT");

  private static final String USER_TASK = "USER_TASK";

  /**
   * @param decidedAt when the decision was recorded
   * @param overAt when it was closed or withdrawn
   */
  record Facts(
      String reference,
      String type,
      String channel,
      String market,
      @Nullable String severity,
      @Nullable String desk,
      @Nullable String outcome,
      String state,
      @Nullable Long instance,
      Instant flaggedAt,
      @Nullable Instant decidedAt,
      @Nullable Instant overAt) {

    /** When the cycle time ended: with the decision, or with the case where there was none. */
    @Nullable Instant endedAt() {
      return decidedAt != null ? decidedAt : overAt;
    }

    /** A case that ends undecided was withdrawn, or the other side never wrote. */
    String outcomeOrWithdrawn() {
      return outcome == null ? "WITHDRAWN" : outcome;
    }
  }

  /**
   * @param element number of the element
   */
  record LoggedPass(
      long key,
      long instance,
      long definition,
      int element,
      String elementId,
      String kind,
      Instant begunAt,
      @Nullable Instant endedAt,
      boolean completed) {

    boolean isWait() {
      return WAITS.contains(kind);
    }

    boolean isTask() {
      return kind.equals(USER_TASK);
    }
  }

  /**
   * @param holds when somebody had claimed it; an end that is far away where they still do
   */
  record LoggedTask(
      long key, long instance, String element, Instant offeredAt, List<Range<Instant>> holds) {}

  /** The holds of the task that this pass is: the first one of an instance is its first pass. */
  List<Range<Instant>> holdsOf(LoggedPass pass) {
    if (!pass.isTask()) {
      return List.of();
    }
    var same =
        passes.stream()
            .filter(LoggedPass::isTask)
            .filter(one -> one.instance() == pass.instance())
            .filter(one -> one.element() == pass.element())
            .toList();
    return tasks.stream()
        .filter(task -> task.instance() == pass.instance())
        .filter(task -> task.element().equals(pass.elementId()))
        .sorted(Comparator.comparing(LoggedTask::offeredAt).thenComparing(LoggedTask::key))
        .skip(same.indexOf(pass))
        .limit(1)
        .flatMap(task -> task.holds().stream())
        .toList();
  }

  /** All the time in which somebody held something of the case. */
  List<Range<Instant>> holds() {
    return tasks.stream().flatMap(task -> task.holds().stream()).toList();
  }

  /** All the time in which the case waited for the other side. */
  List<Range<Instant>> waits() {
    return passes.stream()
        .filter(LoggedPass::isWait)
        .map(pass -> span(pass.begunAt(), pass.endedAt()))
        .toList();
  }

  /** The version of the case's own process that it ran on last. */
  @Nullable Long definition() {
    return passes.stream()
        .filter(pass -> Objects.equals(pass.instance(), facts.instance()))
        .map(LoggedPass::definition)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  static Range<Instant> span(Instant from, @Nullable Instant to) {
    var end = to == null ? Instant.MAX : to;
    return Range.closedOpen(from, end.isBefore(from) ? from : end);
  }
}
