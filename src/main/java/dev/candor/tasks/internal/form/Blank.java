package dev.candor.tasks.internal.form;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What form-js sends for a field that was left empty. */
final class Blank {

  private Blank() {}

  static @Nullable Object toNull(@Nullable Object value) {
    var blank =
        value == null
            || (value instanceof String text && text.isBlank())
            || (value instanceof Collection<?> items && items.isEmpty());
    return blank ? null : value;
  }
}
