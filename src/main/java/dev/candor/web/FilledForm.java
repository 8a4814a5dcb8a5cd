package dev.candor.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form of ours as it is shown again: what was entered, and what is wrong with it. */
public interface FilledForm {

  /** By field name, as entered. */
  Map<String, String> values();

  /** By field name, in the form's order. */
  Map<String, String> errors();

  default String value(String name) {
    return values().getOrDefault(name, "");
  }

  /** For a {@code textarea}, which leaves out a line break that it begins with. */
  default String lines(String name) {
    var value = value(name);
    return value.isEmpty() ? "" : "\n" + value;
  }

  /** For {@code aria-invalid}; null leaves the attribute out. */
  default @Nullable String invalid(String name) {
    return errors().containsKey(name) ? "true" : null;
  }

  /** For {@code aria-describedby}: the ids of the help and of the error that are there. */
  default @Nullable String describedBy(String name, @Nullable String help) {
    var ids =
        (help == null || help.isEmpty() ? "" : name + "-help ")
            + (errors().containsKey(name) ? name + "-error" : "");
    return ids.isBlank() ? null : ids.strip();
  }
}
