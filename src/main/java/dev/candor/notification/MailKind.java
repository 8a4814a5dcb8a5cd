package dev.candor.notification;

import dev.candor.notification.Mails.Notice;

/** What mail is about, as people choose it. */
public enum MailKind {
  TASK_OFFERED,
  /** Reminders and what is overdue. */
  DEADLINE,
  DECIDED,
  WITHDRAWN,
  /** What one has to do or keep by law, or the case stands still. */
  DUTY,
  /** Everything else that happens on a case. */
  NEWS;

  /** Whether it comes at once, whatever somebody would like. */
  public boolean isAlwaysAtOnce() {
    return this == DEADLINE || this == DUTY;
  }

  public static MailKind of(Notice notice) {
    return switch (notice) {
      case TASK_OFFERED -> TASK_OFFERED;
      case DUE_SOON, STEP_OVERDUE, REVIEW_OVERDUE, DECISION_OVERDUE -> DEADLINE;
      case DECIDED -> DECIDED;
      case WITHDRAWN -> WITHDRAWN;
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
