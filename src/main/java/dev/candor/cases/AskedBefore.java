package dev.candor.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.candor.access.Person;
import java.util.List;

/**
 * Whether it was asked before, or elsewhere: the same principal at several desks, the same thing in
 * other words, or for the same account or item. Decided or not, refused or not.
 */
public interface AskedBefore {

  /** As many as are listed, the newest of them. */
  int MOST = 200;

  /**
   * @throws UnknownCase when there is no such case, or none whose content this person sees
   */
  Pattern around(Person person, CaseReference reference);

  /**
   * Counted and listed are those whose content this person sees, and nothing tells of others.
   *
   * @param desks how many have had one of them, the case's own included
   * @param refusedBefore how many of them were refused before this case was flagged
   * @param more whether there are more than are listed
   */
  record Pattern(String reference, int desks, int refusedBefore, boolean more, List<Asked> asked) {}

  /**
   * Another case.
   *
   * @param samePrincipal by its name, whatever its letters' case
   * @param words in common, as the ask of the case that it is compared with writes them
   * @param items accounts and items that both name, as that case writes them
   * @param refusedBefore it was refused before that case was flagged
   */
  record Asked(
      @JsonUnwrapped CaseLine line,
      boolean samePrincipal,
      List<String> words,
      List<String> items,
      boolean refusedBefore) {}
}
