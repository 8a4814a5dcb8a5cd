package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Part;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a filter finds nothing: which of its parts has to go for it to find anything, by a look
 * through what its reader knows of. It tells nothing that the list without that part would not.
 */
@Component
class LooserFilters {

  private static final String LOOK =
      KnownCases.LEFT_OUT
          + """
      select array_remove(array[%1$s]::text[], null) as parts from %2$s a
       where a.who = any (:names::text[]) and\s"""
          + KnownCases.NOT_STEPPED_OUT;

  private static final String FINDS = "case when bool_or(true%s) then '%s' end";

  private final JdbcClient jdbc;

  LooserFilters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<Part> of(Person person, CaseFilter filter) {
    var asked = FilterConditions.of(filter, person);
    var words = KnownCases.words(filter);
    var parameters = new HashMap<String, Object>(asked.parameters());
    parameters.put("names", SightRule.names(person).toArray(String[]::new));
    parameters.put("recused", SightRule.recused(person));
    var loose = EnumSet.noneOf(Part.class);
    if (!words.isEmpty()) {
      var onlyWithoutWords = FINDS.formatted(asked.all(), Part.WORDS);
      loose.addAll(found("with " + LOOK.formatted(onlyWithoutWords, "case_access"), parameters));
      parameters.put("words", KnownCases.containing(words));
    }
    if (!asked.conditions().isEmpty()) {
      var with = words.isEmpty() ? "with " : KnownCases.KNOWN_WITH_WORDS;
      var from = words.isEmpty() ? "case_access" : "known";
      loose.addAll(found(with + LOOK.formatted(without(asked), from), parameters));
    }
    return loose;
  }

  private static String without(FilterConditions asked) {
    return asked.conditions().keySet().stream()
        .map(part -> FINDS.formatted(asked.without(part), part))
        .collect(Collectors.joining(", "));
  }

  private Set<Part> found(String statement, Map<String, Object> parameters) {
    var found = EnumSet.noneOf(Part.class);
    for (var part :
        jdbc.sql(statement)
            .params(parameters)
            .query((row, number) -> (String[]) row.getArray("parts").getArray())
            .single()) {
      found.add(Part.valueOf(part));
    }
    return found;
  }
}
