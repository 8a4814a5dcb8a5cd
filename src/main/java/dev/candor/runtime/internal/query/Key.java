package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A key of the engine; the contract writes it as a string, because JSON numbers lose its digits.
 */
public record Key(long value) implements Comparable<Key> {

  private static final Key[] RECENT = new Key[1 << 12];

  /** Rows repeat a key many times within a short while: most often this is the same object then. */
  public static Key of(long value) {
    int place = Long.hashCode(value * 0x9E3779B97F4A7C15L) >>> 20;
    Key recent = RECENT[place];
    if (recent == null || recent.value != value) {
      recent = new Key(value);
      RECENT[place] = recent;
    }
    return recent;
  }

  /** The engine says "none" with -1 (or 0); the contract leaves the property out. */
  public static @Nullable Key orNone(long value) {
    return value > 0 ? of(value) : null;
  }

  /**
   * Reads a key from a path or a body.
   *
   * @throws NumberFormatException if it is no whole number
   */
  public static Key parse(String text) {
    return new Key(Long.parseLong(text));
  }

  @Override
  public int compareTo(Key other) {
    return Long.compare(value, other.value);
  }

  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
