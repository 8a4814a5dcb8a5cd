package dev.candor.tasks.internal.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field that takes a value.
 *
 * @param required also when it could be hidden by a condition: then false, because conditions are
 *     the page's business
 * @param routes whether its value may go into the engine
 * @param otherEyes whether it is for a person who has not recommended anything before
 */
record Field(String key, boolean required, boolean routes, boolean otherEyes, Values values) {

  /**
   * @return what is wrong, for people; empty when nothing is
   */
  Optional<String> check(@Nullable Object value) {
    if (value == null || (required && Boolean.FALSE.equals(value))) {
      return required ? Optional.of("is required") : Optional.empty();
    }
    return values.check(value);
  }
}
