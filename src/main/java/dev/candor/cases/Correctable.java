package dev.candor.cases;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of a flag can be corrected afterwards, each with its value as text: codes, days of ISO 8601,
 * items one in a line, empty where there is none. The other side's own words and what took a case
 * its way stay as they were flagged.
 */
public enum Correctable {
  SENDER("sender", Flag::sender),
  RELATIONSHIP("relationship", Flag::relationship),
  PRINCIPAL("principal", Flag::principal),
  PRINCIPAL_KIND("principalKind", Flag::principalKind),
  PRINCIPAL_COUNTRY("principalCountry", Flag::principalCountry),
  MARKET("market", Flag::market),
  AUDIENCE("audience", Flag::audience),
  LEGAL_BASIS("legalBasis", Flag::legalBasis),
  ITEMS("items", flag -> String.join("\n", flag.items())),
  RECEIVED_ON("receivedOn", Flag::receivedOn),
  REPLY_WANTED_BY("replyWantedBy", Flag::replyWantedBy);

  private final String field;
  private final Function<Flag, @Nullable Object> value;

  Correctable(String field, Function<Flag, @Nullable Object> value) {
    this.field = field;
    this.value = value;
  }

  /** As the flag calls it. */
  public String field() {
    return field;
  }

  public String of(Flag flag) {
    var held = value.apply(flag);
    return held == null ? "" : held.toString();
  }

  public static Optional<Correctable> named(@Nullable String field) {
    return Arrays.stream(values()).filter(each -> each.field.equals(field)).findFirst();
  }
}
