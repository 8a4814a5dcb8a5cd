package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Wherever a search begins, it finds the cases that hold what is looked for, once, and no others;
 * what was corrected is not found by who flagged.
 */
class SearchProperties {

  private static final List<String> WORDS =
      List.of(
          "principal",
          "404",
          "44",
          "4",
          "a",
          "straße",
          "100%",
          "snake_case",
          "back\\slash",
          "\\",
          "'quoted'",
          "überprüfung",
          "קנאל",
          "sr-2026-",
          "e\nf",
          "--",
          "principally",
          "_",
          "%");

  /** The desk knows of so many that its search does not begin there, the employee of few. */
  private static final String CASES =
      """
      alter table case_access enable always trigger note_known_to;
      set session_replication_role = replica;
      create temporary table known as select array[%s] as words;
      insert into case_words (reference, words, lexemes, principal)
        select reference, lower(reference) || ' ' || array_to_string(array(
            select words[1 + (cardinality(words) * power(random(), 2))::int %% cardinality(words)]
              from generate_series(1, 1 + n %% 8)), ' '), '', ''
          from known, generate_series(1, 1500) n, concat('SR-2026-', n) reference;
      insert into case_access (reference, who, flagged_at, type, state, asker)
        select reference, 'group:desk:ALL', now(), 'OTHER', 'IN_REVIEW', gen_random_uuid() from case_words;
      insert into case_access (reference, who, flagged_at, type, state)
        select reference, 'flagger:employee', now(), 'OTHER', 'IN_REVIEW' from case_words where reference like '%%7';
      insert into case_corrected_words (reference, words)
        select reference, array_to_string(array(select known.words[1 + n %% 5 + k] from generate_series(1, 2) k), ' ')
          from known, generate_series(3, 1500, 11) n, concat('SR-2026-', n) reference;
      set session_replication_role = origin;
      alter table case_access enable trigger note_known_to;
      analyze case_words, case_corrected_words, case_access
      """
          .formatted(
              WORDS.stream()
                  .map(word -> "'%s'".formatted(word.replace("'", "''")))
                  .collect(Collectors.joining(", ")));

  private static final Person DESK = person("desk", Role.DESK);
  private static final Person EMPLOYEE = person("employee", Role.EMPLOYEE);
  private static final Readers READERS = Readers.onAFreshDatabase();

  static {
    READERS.everyRow().sql(CASES).update();
  }

  @Property(tries = 200)
  void shouldFindWhatHoldsTheWords(@ForAll("searched") String words) {
    assertThat(found(DESK, words)).as(words).isEqualTo(holding(words, "group:desk:ALL"));
    assertThat(found(EMPLOYEE, words)).as(words).isEqualTo(holding(words, "flagger:employee"));
  }

  /** Words that are there, side by side or not, and what is left where they are cut somewhere. */
  @Provide
  Arbitrary<String> searched() {
    var some = Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(3);
    var between = Arbitraries.of(" ", "", " ", "-");
    var cut = Arbitraries.integers().between(0, 3);
    return Combinators.combine(some, between, cut, cut)
        .as(
            (parts, glue, front, back) -> {
              var whole = String.join(glue, parts);
              var from = Math.min(front, whole.length() - 1);
              return whole.substring(from, Math.max(from + 1, whole.length() - back));
            });
  }

  private static List<String> found(Person reader, String words) {
    return READERS.as(
        reader,
        jdbc ->
            jdbc.sql("select reference from known_with_words(?) order by reference")
                .param(KnownCases.containing(words))
                .query(String.class)
                .list());
  }

  private static List<String> holding(String words, String name) {
    return READERS
        .everyRow()
        .sql(
            """
            select reference from case_words w join case_access using (reference)
             where who = :name and (strpos(words, :words) > 0 or who not like 'flagger:%' and exists (
                   select from case_corrected_words k where k.reference = w.reference and strpos(k.words, :words) > 0))
             order by reference
            """)
        .param("name", name)
        .param("words", words)
        .query(String.class)
        .list();
  }

  private static Person person(String id, Role role) {
    var desks = role == Role.DESK ? Set.of("ALL") : Set.<String>of();
    return new Person(new PersonId(id), id, "", Set.of(role), desks, ZoneOffset.UTC);
  }
}
