package dev.candor.ledger.internal.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.ledger.internal.Commitment;
import java.util.function.Consumer;

/** Whether what is disclosed beside an entry is what its hashes were made of. */
final class DisclosureCheck {

  private static final JsonMapper JSON = new JsonMapper();

  private final Consumer<String> findings;

  DisclosureCheck(Consumer<String> findings) {
    this.findings = findings;
  }

  void check(ExportEntry entry) {
    if (entry.disclosed() == null || entry.disclosed().isEmpty()) {
      return;
    }
    // Looked for as text first: reading each entry as JSON would double the time of it all.
    entry
        .disclosed()
        .forEach(
            (field, disclosed) -> {
              var hash = new Commitment(field, disclosed.salt(), disclosed.value()).hash();
              if (!entry.entry().contains(hash) || !stands(entry, field, hash)) {
                findings.accept(
                    "entry %d: what is disclosed as %s is not what was written"
                        .formatted(entry.index(), field));
              }
            });
  }

  private static boolean stands(ExportEntry entry, String field, String hash) {
    String pair = "\"" + field + "\":\"" + hash + "\"";
    if (entry.entry().contains(pair)) {
      return true;
    }
    try {
      JsonNode written = JSON.readTree(entry.entry());
      return hash.equals(written.path(field).asText())
          || hash.equals(written.path("personal").path(field).asText());
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
