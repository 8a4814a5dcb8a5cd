package dev.candor.cases;

import dev.candor.access.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was kept long enough, and its deletion. Counsel's alone, on every case: they see codes and
 * days of it and no word.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for
 * others.
 */
public interface Retention {

  /** As many as one page shows. */
  int MOST = 200;

  /** Those that are due first, {@link #MOST} at most. */
  List<Due> due(Person by);

  /**
   * Deletes all of a case, its files and what the ledger's hashes about it stand for. The ledger
   * stays whole.
   *
   * @throws UnknownCase when there is no such case, or they stepped out of it
   * @throws dev.candor.web.RefusedByRule when it is not due, or is held
   */
  void delete(CaseReference reference, Person by);

  /**
   * @param outcome null where it was withdrawn before it was decided
   * @param held nothing of it may be deleted
   */
  record Due(
      String reference,
      RequestType type,
      @Nullable Outcome outcome,
      Instant overSince,
      Instant dueSince,
      boolean held) {}
}
