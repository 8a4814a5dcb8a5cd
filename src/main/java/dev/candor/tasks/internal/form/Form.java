package dev.candor.tasks.internal.form;

import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fields of a form, by their keys, in the form's order. */
public record Form(Map<String, Field> fields) {

  /** A task without a form takes no values. */
  public static final Form NONE = new Form(Map.of());

  /**
   * @return the values that were entered, without the empty ones
   * @throws InvalidInput naming every field that is to blame
   */
  public Map<String, Object> accept(Map<String, Object> values) {
    var errors = new ArrayList<FieldError>();
    values.keySet().stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> errors.add(new FieldError(shown(key), "is not asked for by this form")));
    var accepted = new LinkedHashMap<String, Object>();
    fields.forEach(
        (key, field) -> {
          var value = Blank.toNull(values.get(key));
          field.check(value).ifPresent(message -> errors.add(new FieldError(key, message)));
          if (value != null) {
            accepted.put(key, value);
          }
        });
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return accepted;
  }

  /** Of accepted values, those that the engine may know: marked as such, and no text. */
  public Map<String, Object> forEngine(Map<String, Object> accepted) {
    var routing = new LinkedHashMap<String, Object>(accepted);
    routing.keySet().removeIf(key -> !Objects.requireNonNull(fields.get(key)).routes());
    return routing;
  }

  public boolean asksFor(String key) {
    return fields.containsKey(key);
  }

  /** True when it is for a person who has not recommended anything on the case before. */
  public boolean wantsOtherEyes() {
    return fields.values().stream().anyMatch(Field::otherEyes);
  }

  /** A key that is nobody's field is anybody's text: not repeated beyond a name's length. */
  private static String shown(String key) {
    return key.matches("[A-Za-z0-9_.:-]{1,64}") ? key : "(unknown)";
  }

  static Form of(List<Field> fields) {
    var byKey = new LinkedHashMap<String, Field>();
    fields.forEach(field -> byKey.put(field.key(), field));
    return new Form(Collections.unmodifiableMap(byKey));
  }
}
