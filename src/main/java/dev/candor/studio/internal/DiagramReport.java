package dev.candor.studio.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one diagram.
 *
 * @param names what it names; absent when it cannot be read
 */
record DiagramReport(List<Line> findings, @Nullable Names names) {

  /**
   * @param mend absent where {@code what} says it
   */
  record Line(String element, String what, @Nullable String mend) {}

  /** A name and the element that uses it. */
  record Use(String element, String name) {}

  record Element(String id, @Nullable String label) {}

  /**
   * @param groups to whom tasks are offered and letters are sent
   * @param steps what the table of deadlines is asked for
   * @param notices which letters are sent
   * @param reviewers in which role somebody recommends
   * @param deciders to whom the case is passed
   */
  record Names(
      String processId,
      @Nullable String processName,
      List<Element> elements,
      List<Use> jobTypes,
      List<Use> messages,
      List<Use> errorCodes,
      List<Use> errorsThrown,
      List<Use> errorsCaught,
      List<Use> forms,
      List<Use> decisions,
      List<Use> processes,
      List<Use> groups,
      List<Use> steps,
      List<Use> notices,
      List<Use> reviewers,
      List<Use> deciders) {}
}
