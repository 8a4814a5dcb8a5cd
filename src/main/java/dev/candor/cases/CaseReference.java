package dev.candor.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A case's reference, such as {@code SR-2026-00042}: given once, never reused. */
public record CaseReference(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("SR-\\d{4}-\\d{5,}");

  public CaseReference {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a case reference");
    }
  }

  /** Empty for what cannot be the reference of any case. */
  public static Optional<CaseReference> ifOne(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new CaseReference(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
