package dev.candor.notification;

import dev.candor.notification.MailChoice.Delivery;
import dev.candor.notification.Mails.Notice;
import java.util.List;

/** What mail is about, as people choose it. */
public enum MailKind {
  TASK_OFFERED,
  /** Reminders and what is overdue. */
  DEADLINE,
  DECIDED,
  WITHDRAWN,
  /** Somebody spoke to one in the discussion of a case. */
  MENTIONED,
  /** What one has to do or keep by law, or the case stands still. */
  DUTY,
  /** Everything else that happens on a case. */
  NEWS,
  /** A target that one set oneself is missed. */
  TARGET,
  /** Figures of the week, on Mondays. */
  WEEK;

  /** Whether it comes at once, whatever somebody would like. */
  public boolean isAlwaysAtOnce() {
    return this == DEADLINE || this == DUTY;
  }

  /** Whether it is about no case: for managers, and always a letter of its own. */
  public boolean isReport() {
    return this == TARGET || this == WEEK;
  }

  /** The ways in which it may come, as people choose. */
  public List<Delivery> deliveries() {
    if (isAlwaysAtOnce()) {
      return List.of(Delivery.AT_ONCE);
    }
    return isReport() ? List.of(Delivery.AT_ONCE, Delivery.NEVER) : List.of(Delivery.values());
  }

  public static MailKind of(ReportKind report) {
    return switch (report) {
      case TARGET_MISSED -> TARGET;
      case WEEK -> WEEK;
    };
  }

  public static MailKind of(Notice notice) {
    return switch (notice) {
      case TASK_OFFERED -> TASK_OFFERED;
      case DUE_SOON, STEP_OVERDUE, REVIEW_OVERDUE, DECISION_OVERDUE -> DEADLINE;
      case DECIDED -> DECIDED;
      case WITHDRAWN -> WITHDRAWN;
      case MENTIONED -> MENTIONED;
      case LEGAL_HOLD, NOBODY_LEFT, TASK_HANDED_OVER, TASK_TAKEN_OVER, EMERGENCY_ACCESS -> DUTY;
      case FLAG_RECEIVED,
          ASKED_IN_WRITING,
          DISCUSSION_OPENED,
          DISCUSSION_CONCLUDED,
          INQUIRY_ARRIVED,
          INQUIRY_ANSWERED ->
          NEWS;
    };
  }
}
