package dev.candor.ledger.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An entry as it is written: its text, whose bytes the tree is over, and what its hashes stand for.
 */
record EntryText(String text, List<Commitment> disclosures) {

  static final String ACTOR = "actor";

  private static final int FORMAT = 1;
  static final String SERVICE = "service";
  private static final JsonMapper JSON = new JsonMapper();

  @JsonPropertyOrder({"format", "at", "kind", "subject", "actor", "facts", "personal"})
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Written(
      int format,
      String at,
      LedgerKind kind,
      String subject,
      String actor,
      Map<String, String> facts,
      Map<String, String> personal) {

    Written {
      facts = facts == null ? Map.of() : facts;
      personal = personal == null ? Map.of() : personal;
    }

    @JsonIgnore
    boolean isByService() {
      return SERVICE.equals(actor);
    }
  }

  /** What was written, as long as it is what Candor writes. */
  static Written read(String text) {
    try {
      return JSON.readValue(text, Written.class);
    } catch (JsonProcessingException e) {
      throw new LedgerDamaged("An entry of the ledger is not what Candor wrote");
    }
  }

  static EntryText of(LedgerEntry entry, Instant at) {
    List<Commitment> disclosures = new ArrayList<>();
    String actor = SERVICE;
    if (entry.actor() != null) {
      var commitment = Commitment.to(ACTOR, entry.actor().value());
      disclosures.add(commitment);
      actor = commitment.hash();
    }
    Map<String, String> personal = new TreeMap<>();
    entry
        .personal()
        .forEach(
            (field, value) -> {
              var commitment = Commitment.to(field, value);
              disclosures.add(commitment);
              personal.put(field, commitment.hash());
            });
    var written =
        new Written(
            FORMAT,
            at.toString(),
            entry.kind(),
            entry.subject(),
            actor,
            new TreeMap<>(entry.facts()),
            personal);
    try {
      return new EntryText(JSON.writeValueAsString(written), disclosures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An entry for the ledger cannot be written", e);
    }
  }
}
