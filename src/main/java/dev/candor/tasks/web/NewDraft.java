package dev.candor.tasks.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A draft to keep.
 *
 * @param version that of the draft it began from; 0 or left out where there was none
 * @param values by the form's keys
 */
record NewDraft(int version, Map<String, Object> values) {

  NewDraft(int version, @Nullable Map<String, Object> values) {
    this.version = version;
    this.values = values == null ? Map.of() : values;
  }
}
