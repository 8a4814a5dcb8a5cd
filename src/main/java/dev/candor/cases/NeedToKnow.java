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
    /** Everything of it. */
    CONTENT
  }

  Sight of(Person person, CaseReference reference);

  /** Who has a part in a case already; nobody when there is none, or none that the caller knows. */
  Parts partsIn(CaseReference reference);

  /** People by the part they have in a case: it decides what they may not do on it any more. */
  record Parts(Set<PersonId> flagged, Set<PersonId> recommended, Set<PersonId> recused) {

    public Parts {
      flagged = Set.copyOf(flagged);
      recommended = Set.copyOf(recommended);
      recused = Set.copyOf(recused);
    }

    /** Whoever flagged or reviewed a case does not decide it (four eyes). */
    public boolean mustNotDecide(PersonId person) {
      return flagged.contains(person) || recommended.contains(person);
    }
  }
}
