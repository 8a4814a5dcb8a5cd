package dev.candor.access;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody who signs in.
 *
 * @param desks codes of the desks they belong to ({@code UK-IE-NL-IL}); empty for most roles
 * @param zone in which times are shown to them
 * @param lent the groups of those whom they stand in for at this moment
 */
public record Person(
    PersonId id,
    String name,
    String email,
    Set<Role> roles,
    Set<String> desks,
    ZoneId zone,
    List<Lent> lent) {

  /** Somebody who stands in for nobody. */
  public Person(
      PersonId id, String name, String email, Set<Role> roles, Set<String> desks, ZoneId zone) {
    this(id, name, email, roles, desks, zone, List.of());
  }

  public Person {
    roles = Set.copyOf(roles);
    desks = Set.copyOf(desks);
    lent = List.copyOf(lent);
  }

  /** The same person with the groups of who is away. */
  public Person standingInFor(List<Lent> absent) {
    return new Person(id, name, email, roles, desks, zone, absent);
  }

  public boolean standsInFor(PersonId absent) {
    return lent.stream().anyMatch(one -> one.by().equals(absent));
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The candidate groups whose tasks this person may take, as a stand-in too. */
  public Set<String> groups() {
    var groups = new HashSet<>(ownGroups());
    lent.forEach(one -> groups.addAll(one.groups()));
    return Set.copyOf(groups);
  }

  /** Without those they have as somebody's stand-in. */
  public Set<String> ownGroups() {
    return Groups.of(roles, desks);
  }

  /**
   * What somebody has as a stand-in.
   *
   * @param by who is away
   */
  public record Lent(PersonId by, Set<String> groups) {}
}
