package dev.candor.access;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The candidate groups that diagrams name, and which of them a person belongs to. */
public final class Groups {

  public static final String POLICY = "policy";
  public static final String COUNSEL = "counsel";
  public static final String COMMUNICATIONS = "communications";
  public static final String ACCOUNT_OPS = "account-ops";
  public static final String LEGAL_PROCESS = "legal-process";

  private static final Map<String, String> IN_WORDS =
      Map.of(
          POLICY, "Policy",
          COUNSEL, "General counsel",
          COMMUNICATIONS, "Communications",
          ACCOUNT_OPS, "Account operations",
          LEGAL_PROCESS, "Legal process");

  private Groups() {}

  /** Everybody who reviews for a desk: {@code desk:UK-IE-NL-IL}. */
  public static String desk(String desk) {
    return "desk:" + desk;
  }

  /** The heads of a desk: {@code desk-head:UK-IE-NL-IL}. */
  public static String deskHead(String desk) {
    return "desk-head:" + desk;
  }

  /** The heads of the desk whose group this is. */
  public static String headsOf(String deskGroup) {
    return deskHead(deskGroup.substring(desk("").length()));
  }

  /** The groups that are there whatever the desks. */
  public static Set<String> fixed() {
    return Set.of(POLICY, COUNSEL, COMMUNICATIONS, ACCOUNT_OPS, LEGAL_PROCESS);
  }

  /** Whether a diagram may offer a task to this group, or to what begins so and ends in a desk. */
  public static boolean mayExist(String group) {
    return fixed().contains(group) || group.startsWith(desk("")) || group.startsWith(deskHead(""));
  }

  /** {@code desk:UK-IE-NL-IL} is "Desk UK-IE-NL-IL"; what is no group is shown as it is. */
  public static String inWords(String group) {
    if (group.startsWith(desk(""))) {
      return "Desk " + group.substring(desk("").length());
    }
    if (group.startsWith(deskHead(""))) {
      return "Head of desk " + group.substring(deskHead("").length());
    }
    return IN_WORDS.getOrDefault(group, group);
  }

  static Set<String> of(Set<Role> roles, Set<String> desks) {
    var groups = new LinkedHashSet<String>();
    for (var role : roles) {
      switch (role) {
        case DESK -> desks.forEach(desk -> groups.add(desk(desk)));
        case DESK_HEAD -> desks.forEach(desk -> groups.add(deskHead(desk)));
        case POLICY -> groups.add(POLICY);
        case COUNSEL -> groups.add(COUNSEL);
        case COMMUNICATIONS -> groups.add(COMMUNICATIONS);
        case ACCOUNT_OPS -> groups.add(ACCOUNT_OPS);
        case LEGAL_PROCESS -> groups.add(LEGAL_PROCESS);
        case EMPLOYEE, PROCESS_OWNER, MANAGER, AUDITOR, ADMIN -> {}
      }
    }
    return Set.copyOf(groups);
  }
}
