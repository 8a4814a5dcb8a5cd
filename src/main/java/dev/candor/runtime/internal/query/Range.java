package dev.candor.runtime.internal.query;

import org.jspecify.annotations.Nullable;

/** The values from one to another, both included; null where it has no end. */
record Range(@Nullable Comparable<?> least, @Nullable Comparable<?> most) {

  static final Range ALL = new Range(null, null);

  static Range from(Comparable<?> least) {
    return new Range(least, null);
  }

  static Range upTo(Comparable<?> most) {
    return new Range(null, most);
  }

  boolean isAll() {
    return least == null && most == null;
  }

  boolean isEmpty() {
    return least != null && most != null && Operators.compare(least, most) > 0;
  }

  /** What is in both. */
  Range and(Range other) {
    return new Range(
        least == null || (other.least != null && Operators.compare(least, other.least) < 0)
            ? other.least
            : least,
        most == null || (other.most != null && Operators.compare(most, other.most) > 0)
            ? other.most
            : most);
  }
}
