package dev.candor.intake;

import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import org.jspecify.annotations.Nullable;

/** Flagging a request: the same checks whichever way it came in. */
public interface Flagging {

  /**
   * @param idempotencyKey a repeat with it answers the first case's reference; null = none
   * @throws dev.candor.web.InvalidInput with every field that is to blame; nothing is stored then
   * @throws TooManyFlags when this person has flagged too many within the hour
   * @throws dev.candor.cases.KeyUsedBefore when the key came with another flag before
   */
  CaseReference flag(FlagEntry entry, Person by, @Nullable String idempotencyKey);
}
