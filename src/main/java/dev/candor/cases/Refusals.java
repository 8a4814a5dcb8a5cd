package dev.candor.cases;

import dev.candor.access.PersonId;

/** Who was not let do what with a case, for the ledger. */
public interface Refusals {

  /**
   * Nothing is noted of a reference that no case ever had.
   *
   * @param what a code: {@code READ} to open it, else the last part of the call's address such as
   *     {@code COMMENTS}
   */
  void note(CaseReference reference, PersonId by, String what);
}
