package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.cases.NeedToKnow.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may dissent: who sees the content of a case and did not flag it, from what is
 * recommended or decided, unless they decided it.
 */
public enum MayDissent {
  YES,
  NOT_THEIRS,
  NOTHING_YET,
  OWN_DECISION;

  /**
   * @param recommended whether anybody has recommended something
   * @param decidedBy null until it is decided
   */
  public static MayDissent of(
      Person person, Sight sight, String flagger, boolean recommended, @Nullable String decidedBy) {
    var id = person.id().value();
    if (sight != Sight.CONTENT || flagger.equals(id)) {
      return NOT_THEIRS;
    }
    if (decidedBy == null) {
      return recommended ? YES : NOTHING_YET;
    }
    return decidedBy.equals(id) ? OWN_DECISION : YES;
  }
}
