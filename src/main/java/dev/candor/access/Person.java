package dev.candor.access;

import java.time.ZoneId;
import java.util.Set;

/**
 * Somebody who signs in.
 *
 * @param desks codes of the desks they belong to ({@code UK-IE-NL-IL}); empty for most roles
 * @param zone in which times are shown to them
 */
public record Person(
    PersonId id, String name, String email, Set<Role> roles, Set<String> desks, ZoneId zone) {

  public Person {
    roles = Set.copyOf(roles);
    desks = Set.copyOf(desks);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The candidate groups whose tasks this person may take. */
  public Set<String> groups() {
    return Groups.of(roles, desks);
  }
}
