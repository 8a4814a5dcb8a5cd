package dev.candor.ledger;

import dev.candor.access.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for the ledger. The actor and what is personal are kept as salted hashes: the
 * ledger stays whole when they are deleted, and shows them to be true as long as they are not.
 *
 * @param actor who did it; null for the service itself
 * @param subject what it is about: a case's reference, a policy's code, the name of a diagram's,
 *     table's or form's file
 * @param facts codes and versions that stay for ever; nobody's words, nobody's name
 * @param personal what is deleted with the case; written into the ledger as hashes only
 */
public record LedgerEntry(
    LedgerKind kind,
    @Nullable PersonId actor,
    String subject,
    Map<String, String> facts,
    Map<String, String> personal) {

  public LedgerEntry {
    facts = Map.copyOf(facts);
    personal = Map.copyOf(personal);
  }

  /** One with codes only. */
  public static LedgerEntry of(
      LedgerKind kind, @Nullable PersonId actor, String subject, Map<String, String> facts) {
    return new LedgerEntry(kind, actor, subject, facts, Map.of());
  }
}
