package dev.candor.cases;

import dev.candor.access.Person;

/** That a precedent was opened from the case it was put beside. */
public interface OpeningPrecedents {

  /**
   * Keeps who opened it and when, the first time; nothing where it is no precedent of that case, or
   * where it is not theirs to take part in that case.
   */
  void opened(CaseReference from, CaseReference precedent, Person by);
}
