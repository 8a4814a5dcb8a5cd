package dev.candor.cases;

import dev.candor.access.PersonId;

/** A request that the other side is asked to write down. */
public interface PuttingInWriting {

  /** From now on we wait for the other side. */
  void ask(CaseReference reference);

  /**
   * What the other side wrote. The case goes on from there.
   *
   * @throws NotAsked when nobody waits for it, any more or yet
   */
  void answer(CaseReference reference, String answer, PersonId enteredBy);

  /** Nobody wrote in time. */
  void noteSilence(CaseReference reference);
}
