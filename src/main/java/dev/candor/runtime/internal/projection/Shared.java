package dev.candor.runtime.internal.projection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows share what they have in common. Every record brings its own copy of the same few names
 * and moments; a table of recent ones, each in the only place it may have, finds nearly all of
 * them. Threads may race for a place: what they find there is immutable, and compared before use.
 */
final class Shared {

  private static final int PLACES = 1 << 12;
  private static final String[] TEXTS = new String[PLACES];

  @SuppressWarnings("unchecked") // an array of a generic type cannot be made
  private static final List<String>[] LISTS = (List<String>[]) new List<?>[PLACES];

  private static final Instant[] MOMENTS = new Instant[PLACES];

  private Shared() {}

  /** An equal text. */
  static String text(String text) {
    int place = place(text.hashCode());
    String recent = TEXTS[place];
    if (text.equals(recent)) {
      return recent;
    }
    TEXTS[place] = text;
    return text;
  }

  /** The same for what the engine may leave out, which it does by an empty text. */
  static @Nullable String textOrNone(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text(text);
  }

  /** An equal list that does not change, of texts that are shared. */
  static List<String> texts(List<String> texts) {
    int place = place(texts.hashCode());
    List<String> recent = LISTS[place];
    if (texts.equals(recent)) {
      return recent;
    }
    List<String> shared = texts.stream().map(Shared::text).toList();
    LISTS[place] = shared;
    return shared;
  }

  static Instant moment(Instant moment) {
    long millis = moment.toEpochMilli();
    return moment.getNano() % 1_000_000 == 0 ? moment(millis) : moment;
  }

  static Instant moment(long epochMilli) {
    int place = place(Long.hashCode(epochMilli));
    Instant recent = MOMENTS[place];
    if (recent == null || recent.toEpochMilli() != epochMilli) {
      recent = Instant.ofEpochMilli(epochMilli);
      MOMENTS[place] = recent;
    }
    return recent;
  }

  private static int place(int hash) {
    return (hash ^ hash >>> 12 ^ hash >>> 24) & PLACES - 1;
  }
}
