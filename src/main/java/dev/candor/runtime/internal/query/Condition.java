package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a filter's property means: from its JSON operand to the rows it lets through. */
@FunctionalInterface
public interface Condition<T> {

  /**
   * Reads the operand.
   *
   * @throws InvalidQuery if the contract does not allow it
   */
  Match<T> read(JsonNode operand);

  /**
   * The rows let through.
   *
   * @param oneOf when not null: only rows whose value is one of these, so that an index can help
   * @param isExact whether these are all such rows
   * @param within only rows whose value is there
   */
  record Match<T>(
      Predicate<? super T> test,
      @Nullable Set<Comparable<?>> oneOf,
      boolean isExact,
      Range within) {

    public static <T> Match<T> of(Predicate<? super T> test) {
      return new Match<>(test, null, false, Range.ALL);
    }
  }
}
