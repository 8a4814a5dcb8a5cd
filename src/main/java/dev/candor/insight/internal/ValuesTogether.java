package dev.candor.insight.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of all dimensions as they occur together, numbered, so that a row holds one number.
 */
final class ValuesTogether {

  private final Map<List<@Nullable String>, Integer> numbers = new HashMap<>();
  private final List<List<@Nullable String>> all = new ArrayList<>();

  /**
   * @param values in the order of the dimensions; null where a case has none yet
   */
  synchronized int number(List<@Nullable String> values) {
    return numbers.computeIfAbsent(
        values,
        each -> {
          all.add(each);
          return all.size() - 1;
        });
  }

  synchronized @Nullable String value(int number, Dimension dimension) {
    return all.get(number).get(dimension.ordinal());
  }

  /** Of each number that was given so far, whether it has these values. */
  synchronized boolean[] chosen(Map<Dimension, String> only) {
    var chosen = new boolean[all.size()];
    for (int number = 0; number < chosen.length; number++) {
      var values = all.get(number);
      chosen[number] =
          only.entrySet().stream()
              .allMatch(each -> each.getValue().equals(value(values, each.getKey())));
    }
    return chosen;
  }

  private static String value(List<@Nullable String> values, Dimension dimension) {
    return Objects.requireNonNullElse(values.get(dimension.ordinal()), dimension.none());
  }
}
