package dev.candor.insight.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What cases are grouped and chosen by. */
public enum Dimension {
  DESK,
  TYPE,
  SEVERITY,
  OUTCOME,
  CHANNEL,
  /** Of the process on which the case ended; 0 where it is not known. */
  VERSION;

  /** As it is called in addresses and in the database: {@code desk}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a case has that has no value. */
  String none() {
    return this == VERSION ? "0" : "NONE";
  }

  public static Optional<Dimension> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
