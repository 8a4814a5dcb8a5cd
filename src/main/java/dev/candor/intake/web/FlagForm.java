package dev.candor.intake.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The flag form as it is shown: what was entered, and what is wrong with it.
 *
 * @param values by field name, as entered
 * @param errors by field name, in the form's order
 */
public record FlagForm(Map<String, String> values, Map<String, String> errors) {

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("type", "What do they want?"),
          Map.entry("ask", "The ask"),
          Map.entry("audience", "Who should see it?"),
          Map.entry("sender", "Who spoke?"),
          Map.entry("relationship", "How do they know you?"),
          Map.entry("principal", "On whose behalf?"),
          Map.entry("principalKind", "What kind of body?"),
          Map.entry("principalCountry", "Of which country?"),
          Map.entry("channel", "How did it come?"),
          Map.entry("market", "Country concerned"),
          Map.entry("receivedOn", "Received on"),
          Map.entry("legalBasis", "Legal basis"));

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  public String label(String name) {
    return LABELS.getOrDefault(name, name);
  }

  /** For {@code aria-invalid}; null leaves the attribute out. */
  public @Nullable String invalid(String name) {
    return errors.containsKey(name) ? "true" : null;
  }

  /** For {@code aria-describedby}: the ids of the help and of the error that are there. */
  public @Nullable String describedBy(String name, @Nullable String help) {
    var ids =
        (help == null || help.isEmpty() ? "" : name + "-help ")
            + (errors.containsKey(name) ? name + "-error" : "");
    return ids.isBlank() ? null : ids.strip();
  }
}
