package dev.candor.runtime.internal.query;

import java.util.Map;
import java.util.Set;

/**
 * The rows worth an index: those whose field has one of some values. What nobody looks for by an
 * index costs nothing in it.
 *
 * @param values none for all rows
 */
record Part<T>(Field<T> field, Set<String> values) {

  boolean has(T row) {
    return values.isEmpty() || field.values(row).stream().anyMatch(values::contains);
  }

  /**
   * Whether a search finds nothing outside of this part.
   *
   * @param oneOf what it wants, by the names of properties
   */
  boolean covers(Map<String, Set<Comparable<?>>> oneOf) {
    Set<Comparable<?>> wanted = oneOf.get(field.name());
    return values.isEmpty() || (wanted != null && values.containsAll(wanted));
  }
}
