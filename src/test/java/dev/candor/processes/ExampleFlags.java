package dev.candor.processes;

import java.util.HashMap;
import java.util.Map;

/** Routing facts of flags: three of the seven examples. */
final class ExampleFlags {

  /** A: hidden, informal, sent up to counsel. */
  static final Map<String, Object> FOUNDING_INCIDENT =
      facts("CREATE_OR_PROMOTE", "INFORMAL", "AGENCY", "2020-04-14", true);

  /** B: open, formal, decided by the head of the desk. */
  static final Map<String, Object> EMBASSY_ASKS_FOR_VERIFICATION =
      facts("VERIFY_OR_LABEL", "FORMAL", "EMBASSY", "2026-03-02", false);

  /** E: legal process, referred. */
  static final Map<String, Object> POLICE_WITH_A_COURT_ORDER = policeWithACourtOrder();

  private ExampleFlags() {}

  private static Map<String, Object> policeWithACourtOrder() {
    var facts = new HashMap<>(facts("DISCLOSE_DATA", "FORMAL", "AGENCY", "2026-05-11", false));
    facts.put("legalBasisGiven", true);
    return Map.copyOf(facts);
  }

  private static Map<String, Object> facts(
      String type, String channel, String principalKind, String receivedOn, boolean hidden) {
    var facts = new HashMap<String, Object>();
    facts.put("type", type);
    facts.put("channel", channel);
    facts.put("principalKind", principalKind);
    facts.put("principalCountry", "CN");
    facts.put("market", "GB");
    facts.put("legalBasisGiven", false);
    facts.put("relationshipGiven", true);
    facts.put("audienceGiven", true);
    facts.put("wantsToStayHidden", hidden);
    facts.put("politicalContent", false);
    facts.put("paid", false);
    facts.put("threat", false);
    facts.put("receivedOn", receivedOn);
    return Map.copyOf(facts);
  }
}
