package dev.candor.process;

import java.util.Set;

/**
 * Job types that our diagrams do not name any more. A case keeps the version it began on, and so
 * may still ask for them: each keeps its worker ({@code src/docs/adr/0015}).
 */
public final class RetiredJobTypes {

  /** Told by its name what {@link JobTypes#REPORT_OVERDUE} is told by headers. */
  public static final String REPORT_OVERDUE_DECISION = "candor.report-overdue-decision";

  public static final Set<String> ALL = Set.of(REPORT_OVERDUE_DECISION);

  private RetiredJobTypes() {}
}
