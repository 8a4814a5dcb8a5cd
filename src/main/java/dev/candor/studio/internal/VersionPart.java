package dev.candor.studio.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something with an id in one version of a diagram, table or form.
 *
 * @param named of its properties those that say another element, with its name instead of its id
 * @param whole what it is a part of and called by; null for most
 */
record VersionPart(
    String kind,
    String title,
    Map<String, String> properties,
    Map<String, String> named,
    @Nullable String whole) {

  static final Set<String> CELLS = Set.of("inputEntry", "outputEntry");

  private static final String FLOW = "sequenceFlow";

  String name() {
    if (isCell() || isRow()) {
      return title;
    }
    return kind.equals(FLOW)
        ? "Flow%s from %s to %s"
            .formatted(
                property("name").isEmpty() ? "" : " " + property("name"),
                shown("sourceRef"),
                shown("targetRef"))
        : "\"%s\" (%s)".formatted(title, spaced(kind));
  }

  /** It came, or went, with what it is a part of. */
  boolean isToldWithOneIn(Map<String, VersionPart> its, Map<String, VersionPart> other) {
    return whole != null && its.containsKey(whole) && !other.containsKey(whole);
  }

  boolean isCell() {
    return CELLS.contains(kind);
  }

  /** A row of a table that is new is one sentence, not one for each of its cells. */
  Optional<String> asNew() {
    return isCell() ? Optional.empty() : Optional.of(name() + " is new");
  }

  Optional<String> asGone() {
    return isCell() ? Optional.empty() : Optional.of(name() + " is gone");
  }

  String property(String key) {
    return properties.getOrDefault(key, "");
  }

  /** As it is said to people. */
  String shown(String key) {
    return named.getOrDefault(key, property(key));
  }

  private boolean isRow() {
    return kind.equals("rule");
  }

  private static String spaced(String kind) {
    return kind.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
