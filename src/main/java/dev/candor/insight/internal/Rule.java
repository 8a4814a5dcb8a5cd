package dev.candor.insight.internal;

import dev.candor.insight.internal.StepTimes.StepId;
import dev.candor.web.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * When a target is missed.
 *
 * @param most what is still kept: per cent, working days, or hours of working time
 * @param desk whose cases it is about; null: everybody's
 * @param step which it is about; null for all rules but {@link Kind#STEP_P85}
 */
public record Rule(Kind kind, int most, @Nullable String desk, @Nullable StepId step) {

  /**
   * @throws InvalidInput when it is no rule that could be kept and missed
   */
  public Rule {
    if (most < 1 || most > kind.largest) {
      throw new InvalidInput("most", "Must be from 1 to " + kind.largest);
    }
    if ((kind == Kind.STEP_P85) != (step != null)) {
      throw new InvalidInput("step", "Must be given for the time of a step, and for nothing else");
    }
  }

  /** What is measured. */
  public enum Kind {
    /** Per cent of the deadlines of steps that ended this week. */
    SHARE_BREACHED(99),
    /** Working days in which nothing happened in an open case. */
    IDLE(60),
    /** Hours of working time within which 85 % of a step's passes of the last 30 days were. */
    STEP_P85(999);

    private final int largest;

    Kind(int largest) {
      this.largest = largest;
    }

    public int largest() {
      return largest;
    }
  }
}
