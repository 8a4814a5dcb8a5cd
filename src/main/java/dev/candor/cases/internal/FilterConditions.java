package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Part;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions on {@code case_access a}, for as much of it as is given and nothing else:
 * PostgreSQL makes a plan of it once. Its words are found elsewhere.
 *
 * @param conditions each begins with {@code and}
 */
record FilterConditions(Map<Part, String> conditions, Map<String, Object> parameters) {

  /**
   * What only content shows must not be found out by filtering either. The severity does not stand
   * under a name that shows the state alone; the desk does, for who asks again is counted by it.
   */
  private static final String OF_DESK =
      " and a.desk = :desk and a.who not like '%s%%'".formatted(SightRule.FLAGGER);

  static FilterConditions of(CaseFilter filter, Person reader) {
    var made = new FilterConditions(new EnumMap<>(Part.class), new HashMap<>());
    made.same(Part.STATE, "state", filter.state());
    made.same(Part.TYPE, "type", filter.type());
    if (filter.desk() != null) {
      made.conditions.put(Part.DESK, OF_DESK);
      made.parameters.put("desk", filter.desk());
    }
    var besides = filter.besides();
    made.same(Part.OUTCOME, "outcome", besides.outcome());
    made.same(Part.SEVERITY, "severity", besides.severity());
    made.same(Part.COUNTRY, "country", besides.country());
    if (besides.from() != null) {
      made.day("a.flagged_at >= :from", "from", besides.from(), reader);
    }
    if (besides.to() != null) {
      made.day("a.flagged_at < :until", "until", besides.to().plusDays(1), reader);
    }
    return made;
  }

  private void same(Part part, String column, @Nullable Object value) {
    if (value != null) {
      conditions.put(part, " and a.%1$s = :%1$s".formatted(column));
      parameters.put(column, value.toString());
    }
  }

  private void day(String condition, String parameter, LocalDate day, Person reader) {
    conditions.merge(Part.DAYS, " and " + condition, String::concat);
    parameters.put(parameter, beginning(day, reader));
  }

  private static OffsetDateTime beginning(LocalDate day, Person reader) {
    return day.atStartOfDay(reader.zone()).toOffsetDateTime();
  }

  String all() {
    return String.join("", conditions.values());
  }

  String without(Part left) {
    return conditions.entrySet().stream()
        .filter(one -> one.getKey() != left)
        .map(Map.Entry::getValue)
        .collect(Collectors.joining());
  }
}
