package dev.candor.intake.web;

import dev.candor.intake.FlagDrafts.FlagDraft;
import dev.candor.web.FieldError;
import dev.candor.web.FilledForm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The flag form as it is shown: what was entered, and what is wrong with it.
 *
 * @param values by field name, as entered
 * @param errors by field name, in the form's order
 */
public record FlagForm(Map<String, String> values, Map<String, String> errors)
    implements FilledForm {

  private static final List<String> ORDER =
      List.of(
          "type",
          "ask",
          "items",
          "audience",
          "sender",
          "relationship",
          "principal",
          "principalKind",
          "principalCountry",
          "channel",
          "market",
          "receivedOn",
          "replyWantedBy",
          "legalBasis");

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("type", "What do they want?"),
          Map.entry("ask", "The ask"),
          Map.entry("items", "Accounts or items named"),
          Map.entry("audience", "Who should see it?"),
          Map.entry("sender", "Who spoke?"),
          Map.entry("relationship", "How do they know you?"),
          Map.entry("principal", "On whose behalf?"),
          Map.entry("principalKind", "What kind of body?"),
          Map.entry("principalCountry", "Of which country?"),
          Map.entry("channel", "How did it come?"),
          Map.entry("market", "Country concerned"),
          Map.entry("receivedOn", "Received on"),
          Map.entry("replyWantedBy", "Reply wanted by"),
          Map.entry("legalBasis", "Legal basis"));

  private static final Set<String> CHOSEN =
      Set.of("type", "principalKind", "principalCountry", "channel", "market");

  /**
   * @param key with which this form can be sent twice without flagging twice
   */
  static FlagForm blank(UUID key) {
    return new FlagForm(Map.of("idempotencyKey", key.toString()), Map.of());
  }

  /**
   * What is known from a mail, nothing where that does not open. Sent twice, it flags once; the day
   * is whoever reads it's own.
   */
  static FlagForm of(FlagDraft draft, ZoneId zone) {
    if (draft.text() == null) {
      return blank(UUID.randomUUID());
    }
    var values = new HashMap<String, String>();
    values.put("idempotencyKey", "draft-" + draft.id());
    values.put("draft", draft.id().toString());
    values.put("ask", draft.text().words());
    if (draft.sentAt() != null) {
      values.put("receivedOn", LocalDate.ofInstant(draft.sentAt(), zone).toString());
    }
    return new FlagForm(Map.copyOf(values), Map.of());
  }

  /** Which draft was completed by what was entered; none for a form that begins with nothing. */
  static Optional<UUID> draftOf(Map<String, String> entered) {
    try {
      return Optional.ofNullable(entered.get("draft")).map(UUID::fromString);
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /** As it was entered, with what is wrong at each field, in the order of the form. */
  static FlagForm refused(Map<String, String> entered, List<FieldError> wrong) {
    var errors = new LinkedHashMap<String, String>();
    for (var field : ORDER) {
      wrong.stream()
          .filter(error -> error.field().equals(field))
          .forEach(error -> errors.putIfAbsent(field, words(error)));
    }
    wrong.forEach(error -> errors.putIfAbsent(error.field(), words(error)));
    return new FlagForm(entered, errors);
  }

  /** With a key of its own, and the words of another. */
  FlagForm filledWith(Map<String, String> entered) {
    var filled = new HashMap<>(entered);
    filled.putAll(values);
    return new FlagForm(filled, errors);
  }

  private static String words(FieldError error) {
    if (error.message().startsWith("Is required")) {
      return CHOSEN.contains(error.field()) ? "Choose one" : "Fill this in";
    }
    return error.message();
  }

  public String label(String name) {
    return LABELS.getOrDefault(name, name);
  }
}
