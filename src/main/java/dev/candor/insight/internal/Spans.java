package dev.candor.insight.internal;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import dev.candor.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time split in three: in hand while somebody had claimed something of it; else for
 * them while we waited for the other side; else for us. In seconds, by the clock and by the desk's
 * working time; the parts of each add up to its whole.
 *
 * @param working null where there is no calendar to count it by
 */
record Spans(Parts calendar, @Nullable Parts working) {

  /** Seconds. */
  record Parts(int forUs, int inHand, int forThem) {

    int total() {
      return forUs + inHand + forThem;
    }
  }

  /**
   * @param holds when somebody had claimed something
   * @param waits when we waited for the other side
   */
  static Spans of(
      Instant from,
      Instant to,
      Iterable<Range<Instant>> holds,
      Iterable<Range<Instant>> waits,
      @Nullable WorkingTime calendar) {
    var whole = to.isBefore(from) ? Range.closedOpen(from, from) : Range.closedOpen(from, to);
    var inHand = union(holds).subRangeSet(whole);
    var forThem = union(waits);
    forThem.removeAll(inHand);
    var others = forThem.subRangeSet(whole);
    return new Spans(
        parts(whole, inHand, others, Duration::between),
        calendar == null ? null : parts(whole, inHand, others, calendar::between));
  }

  /** How long it is from one instant to another. */
  private interface Measure {
    Duration between(Instant from, Instant to);
  }

  private static RangeSet<Instant> union(Iterable<Range<Instant>> ranges) {
    RangeSet<Instant> union = TreeRangeSet.create();
    ranges.forEach(union::add);
    return union;
  }

  private static Parts parts(
      Range<Instant> whole, RangeSet<Instant> inHand, RangeSet<Instant> forThem, Measure measure) {
    int total = seconds(length(whole, measure));
    int hand = seconds(length(inHand, measure));
    int them = Math.min(seconds(length(forThem, measure)), total - hand);
    return new Parts(total - hand - them, hand, them);
  }

  private static Duration length(RangeSet<Instant> ranges, Measure measure) {
    return ranges.asRanges().stream()
        .map(range -> length(range, measure))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration length(Range<Instant> range, Measure measure) {
    return measure.between(range.lowerEndpoint(), range.upperEndpoint());
  }

  private static int seconds(Duration duration) {
    return (int) Math.min(duration.toSeconds(), Integer.MAX_VALUE / 4);
  }
}
