package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter.Part;
import dev.candor.web.Page;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Reading the register, always as somebody: nobody gets to see more than they need to know. */
public interface CaseReading {

  /** The cases this person may know of, latest first. */
  Page<CaseLine> list(Person person, CaseFilter filter);

  /** Of a filter that finds nothing, each part without which it would find something. */
  Set<Part> toLoosen(Person person, CaseFilter filter);

  /**
   * The lines of exactly these cases by their references; those this person may not know of are
   * left out.
   */
  Map<String, CaseLine> lines(Person person, Collection<CaseReference> references);

  /**
   * @throws UnknownCase when there is none, or none that this person may know of
   */
  CaseView get(Person person, CaseReference reference);

  /** True while no case was ever opened. */
  boolean isEmpty();
}
