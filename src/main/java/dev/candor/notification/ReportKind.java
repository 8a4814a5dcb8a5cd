package dev.candor.notification;

/** What letters on no case are about. */
public enum ReportKind {
  /** A target that a manager set is missed. */
  TARGET_MISSED,
  /** The figures of last week, on Mondays. */
  WEEK
}
