package dev.candor.tasks;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do on a case.
 *
 * @param key the engine's user task key; a text in JSON, because it does not fit into a double
 * @param assignee who holds it, or held it when it ended
 * @param delegatedBy to whom it goes back when its holder gives it back; null: to its groups
 */
public record HumanTask(
    long key,
    String reference,
    String element,
    String name,
    State state,
    @Nullable PersonId assignee,
    @Nullable PersonId delegatedBy,
    List<String> candidateGroups,
    @Nullable Long formKey,
    @Nullable Instant dueAt,
    Instant createdAt,
    @Nullable Instant claimedAt,
    @Nullable Instant endedAt) {

  /** Where a task is in its life. */
  public enum State {
    CREATED,
    CLAIMED,
    COMPLETED,
    CANCELED
  }

  public HumanTask {
    candidateGroups = List.copyOf(candidateGroups);
  }

  public boolean isOpen() {
    return state == State.CREATED || state == State.CLAIMED;
  }

  public boolean isHeldBy(Person person) {
    return person.id().equals(assignee);
  }

  /** Held by somebody this person stands in for. */
  public boolean isHeldByWhoIsAwayFor(Person person) {
    return state == State.CLAIMED && assignee != null && person.standsInFor(assignee);
  }

  public boolean wasDelegatedBy(Person person) {
    return person.id().equals(delegatedBy);
  }

  public boolean isOfferedTo(Person person) {
    return candidateGroups.stream().anyMatch(person.groups()::contains);
  }
}
