package dev.candor.cases;

import java.util.List;

/**
 * Which cases resemble one: the same type of request, and besides that the same country or kind of
 * principal, or a ground that both were decided on. Withdrawn cases count: they were asked as well.
 */
public interface SimilarCases {

  /**
   * Nearest first, the newer of two equally near ones first.
   *
   * @throws UnknownCase when there is no such case
   */
  List<CaseReference> to(CaseReference reference, int most);

  /**
   * How many were flagged in the year up to this one, this one included: 3 means that it is the
   * third.
   *
   * @throws UnknownCase when there is no such case
   */
  int inTheYearUpTo(CaseReference reference);
}
