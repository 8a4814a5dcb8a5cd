package dev.candor.web.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import java.util.List;
import java.util.Map;

/** What a person works for, in the words of the top line. */
final class PlaceOfWork {

  private static final List<Map.Entry<Role, String>> TEAMS =
      List.of(
          Map.entry(Role.COUNSEL, "General counsel"),
          Map.entry(Role.POLICY, "Policy"),
          Map.entry(Role.COMMUNICATIONS, "Communications"),
          Map.entry(Role.ACCOUNT_OPS, "Account operations"),
          Map.entry(Role.LEGAL_PROCESS, "Legal process"),
          Map.entry(Role.PROCESS_OWNER, "Process owner"),
          Map.entry(Role.MANAGER, "Manager"),
          Map.entry(Role.AUDITOR, "Auditor"),
          Map.entry(Role.ADMIN, "Administration"));

  private PlaceOfWork() {}

  static String of(Person person) {
    var desks = person.desks();
    if (desks.size() == 1) {
      return (person.is(Role.DESK_HEAD) ? "Head of desk " : "Desk ") + desks.iterator().next();
    }
    if (!desks.isEmpty()) {
      return (person.is(Role.DESK_HEAD) ? "Head of %d desks" : "%d desks").formatted(desks.size());
    }
    return TEAMS.stream()
        .filter(team -> person.is(team.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("Employee");
  }
}
