package dev.candor.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who stands in for whom while they are away: for that time {@link People} answers the stand-in
 * with the groups of who is away besides their own.
 */
public interface StandIns {

  /** Those that count now or will, the first to begin first. */
  List<StandIn> notOver();

  /** In the caller's transaction. */
  void add(StandIn standIn, PersonId by);

  /**
   * From now on it counts no more. In the caller's transaction.
   *
   * @return false when it was over already, or there is none
   */
  boolean end(UUID id, PersonId by);

  /**
   * @param absent who is away
   * @param person who stands in for them
   */
  record StandIn(UUID id, PersonId absent, PersonId person, Instant from, Instant until) {

    public boolean countsAt(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }
  }
}
