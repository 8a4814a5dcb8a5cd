package dev.candor.processes;

import java.util.HashMap;
import java.util.Map;

/** Routing facts of flags: two of the seven examples, and one more. */
final class ExampleFlags {

  /** A: hidden, informal, sent up to counsel. */
  static final Map<String, Object> FOUNDING_INCIDENT =
      facts("CREATE_OR_PROMOTE", "INFORMAL", "AGENCY", "2020-04-14", true);

  /** B: open, formal, decided by the head of the desk. */
  static final Map<String, Object> EMBASSY_ASKS_FOR_VERIFICATION =
      facts("VERIFY_OR_LABEL", "FORMAL", "EMBASSY", "2026-03-02", false);

  /** Not grave at all, yet not one desk's to grant: sent up by the table's own column. */
  static final Map<String, Object> POLICY_CHANGE =
      facts("POLICY_CHANGE", "FORMAL", "MINISTRY", "2026-03-02", false);

  private ExampleFlags() {}

  private static Map<String, Object> facts(
      String type, String channel, String principalKind, String receivedOn, boolean hidden) {
    var facts = new HashMap<String, Object>();
    facts.put("type", type);
    facts.put("channel", channel);
    facts.put("principalKind", principalKind);
    facts.put("principalCountry", "CN");
    facts.put("market", "GB");
    facts.put("legalBasisGiven", false);
    facts.put("wantsToStayHidden", hidden);
    facts.put("politicalContent", false);
    facts.put("paid", false);
    facts.put("threat", false);
    facts.put("receivedOn", receivedOn);
    return Map.copyOf(facts);
  }
}
