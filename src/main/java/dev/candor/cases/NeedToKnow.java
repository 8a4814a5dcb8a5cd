package dev.candor.cases;

import dev.candor.access.Person;

/** Who may open a case: its participants, the groups its stage has come to, nobody else. */
public interface NeedToKnow {

  enum Sight {
    /** Not even that it exists. */
    NONE,
    /** The flagger's: that it is handled and where it stands. */
    STATE,
    /** Everything of it. */
    CONTENT
  }

  Sight of(Person person, CaseReference reference);

  /** True when this person flagged or reviewed the case, and so must not decide it (four eyes). */
  boolean mustNotDecide(Person person, CaseReference reference);

  /** True when this person recommended something before, and so is no second pair of eyes. */
  boolean hasRecommended(Person person, CaseReference reference);
}
