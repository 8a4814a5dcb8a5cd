package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.util.Set;

/** Who may open a case: its participants, the groups its stage has come to, nobody else. */
public interface NeedToKnow {

  enum Sight {
    /** Not even that it exists. */
    NONE,
    /** The flagger's: that it is handled and where it stands. */
    STATE,
    /** Everything of it, to read for a while and nothing to do: see {@link EmergencyAccess}. */
    EMERGENCY,
    /** Everything of it. */
    CONTENT;

    public boolean showsContent() {
      return this == CONTENT || this == EMERGENCY;
    }

    /** Whether whoever has it has a part in the case, on which they may do something. */
    public boolean hasAPart() {
      return this == CONTENT || this == STATE;
    }
  }

  Sight of(Person person, CaseReference reference);

  /**
   * Who flagged and who reviewed a case; nobody when there is none, or none that the caller knows.
   */
  Parts partsIn(CaseReference reference);

  /** People by the part they have in a case: it decides what they may not do on it any more. */
  record Parts(Set<PersonId> flagged, Set<PersonId> recommended) {

    public Parts {
      flagged = Set.copyOf(flagged);
      recommended = Set.copyOf(recommended);
    }

    /** Whoever flagged or reviewed a case does not decide it (four eyes). */
    public boolean mustNotDecide(PersonId person) {
      return flagged.contains(person) || recommended.contains(person);
    }
  }
}
