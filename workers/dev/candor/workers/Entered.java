package dev.candor.workers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was entered in a form, by its keys. Messages name the key, never the value. */
record Entered(Map<String, Object> values) {

  String text(String key) {
    var text = textIfAny(key);
    if (text == null) {
      throw new IllegalStateException("The submission has no " + key);
    }
    return text;
  }

  @Nullable String textIfAny(String key) {
    return values.get(key) instanceof String text ? text : null;
  }

  List<String> texts(String key) {
    return values.get(key) instanceof List<?> texts
        ? texts.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** All that is text, by key: words and chosen codes. */
  Map<String, String> allTexts() {
    var texts = new LinkedHashMap<String, String>();
    values.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            texts.put(key, text);
          }
        });
    return texts;
  }

  boolean yes(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }
}
