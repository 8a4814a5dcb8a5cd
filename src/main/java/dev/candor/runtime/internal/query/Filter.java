package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A search's filter, read: all its properties have to match, and one of its {@code $or}.
 *
 * @param oneOf by the names of properties: only rows that have one of these values
 * @param within by the names of properties: only rows that have a value there
 * @param isExact whether it asks for nothing else than one of {@code oneOf}
 */
record Filter<T>(
    Predicate<T> test,
    Map<String, Set<Comparable<?>>> oneOf,
    Map<String, Range> within,
    boolean isExact) {

  static <T> Filter<T> read(Map<String, Condition<T>> conditions, @Nullable JsonNode filter) {
    if (filter == null) {
      return new Filter<>(row -> true, Map.of(), Map.of(), true);
    }
    if (!filter.isObject()) {
      throw new InvalidQuery("expected filter to be an object but got " + filter);
    }
    Predicate<T> all = row -> true;
    Map<String, Set<Comparable<?>>> oneOf = new HashMap<>();
    Map<String, Range> within = new HashMap<>();
    boolean isExact = true;
    for (Map.Entry<String, JsonNode> property : filter.properties()) {
      String name = property.getKey();
      JsonNode operand = property.getValue();
      if (operand.isNull() || (operand.isArray() && operand.isEmpty())) {
        continue; // the official client sends empty arrays for what was not set
      }
      if (name.equals("$or")) {
        all = all.and(anyOf(conditions, operand));
        isExact = false;
        continue;
      }
      Condition.Match<T> match = read(conditions, name, operand);
      all = all.and(match.test());
      isExact &= match.isExact();
      if (match.oneOf() != null) {
        oneOf.put(name, match.oneOf());
      }
      if (!match.within().isAll()) {
        within.put(name, match.within());
      }
    }
    return new Filter<>(all, oneOf, within, isExact && oneOf.size() <= 1);
  }

  private static <T> Condition.Match<T> read(
      Map<String, Condition<T>> conditions, String name, JsonNode operand) {
    Condition<T> condition = conditions.get(name);
    if (condition == null) {
      throw new InvalidQuery("unknown filter property '" + name + "'");
    }
    try {
      return condition.read(operand);
    } catch (InvalidQuery e) {
      throw new InvalidQuery("filter." + name + ": " + e.getMessage());
    }
  }

  private static <T> Predicate<T> anyOf(Map<String, Condition<T>> conditions, JsonNode filters) {
    List<Predicate<T>> either = new ArrayList<>();
    StreamSupport.stream(filters.spliterator(), false)
        .filter(one -> !one.isEmpty())
        .forEach(one -> either.add(read(conditions, one).test()));
    return row -> either.isEmpty() || either.stream().anyMatch(one -> one.test(row));
  }
}
