package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.MentionBorders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds who is meant in somebody's words by {@code @} and a name or an id: the longest that fits. A
 * mail address is no mention, and neither is a name that nobody has: accounts are written so, too.
 */
final class WrittenMentions {

  private WrittenMentions() {}

  /**
   * @param people more than one where they have the same name
   * @param written as it stands in the words, with its {@code @}
   */
  record Written(String written, List<Person> people) {}

  static List<Written> in(String words, Collection<Person> everybody) {
    var found = new ArrayList<Written>();
    for (var at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
      longestAt(words, at, everybody).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Written> longestAt(String words, int at, Collection<Person> everybody) {
    var length =
        everybody.stream()
            .flatMap(WrittenMentions::names)
            .filter(name -> MentionBorders.standsAt(words, at, name))
            .mapToInt(String::length)
            .max();
    return length.isEmpty()
        ? Optional.empty()
        : Optional.of(meant(words.substring(at, at + 1 + length.getAsInt()), everybody));
  }

  private static Written meant(String written, Collection<Person> everybody) {
    return new Written(
        written,
        everybody.stream()
            .filter(person -> names(person).anyMatch(written.substring(1)::equalsIgnoreCase))
            .toList());
  }

  private static Stream<String> names(Person person) {
    return Stream.of(person.name(), person.id().value());
  }
}
