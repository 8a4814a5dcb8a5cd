package dev.candor.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.candor.database.internal.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wherever a search begins, it finds the cases that hold what is looked for, and no others. */
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
      set session_replication_role = replica;
      with known as (select array[%s] as words)
      insert into case_words (reference, words, lexemes, principal)
        select reference, lower(reference) || ' ' || array_to_string(array(
            select words[1 + (cardinality(words) * power(random(), 2))::int %% cardinality(words)]
              from generate_series(1, 1 + n %% 8)), ' '), '', ''
          from known, generate_series(1, 1500) n, concat('SR-2026-', n) reference;
      insert into case_access (reference, who, flagged_at, type, state, asker)
        select reference, 'group:desk:ALL', now(), 'OTHER', 'IN_REVIEW', gen_random_uuid() from case_words;
      insert into case_access (reference, who, flagged_at, type, state)
        select reference, 'flagger:employee', now(), 'OTHER', 'IN_REVIEW' from case_words where reference like '%%7';
      set session_replication_role = origin;
      analyze case_words, case_access
      """
          .formatted(
              WORDS.stream()
                  .map(word -> "'%s'".formatted(word.replace("'", "''")))
                  .collect(Collectors.joining(", ")));

  private static final String NAMED =
      """
      select set_config('candor.person', ?, true), set_config('candor.roles', '{EMPLOYEE}', true),
             set_config('candor.groups', ?, true)
      """;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient EVERY_ROW = JdbcClient.create(kept(DATABASE.asSuperuser()));
  private static final DataSource READERS = kept(DATABASE.dataSource());

  static {
    EVERY_ROW.sql(CASES).update();
  }

  @Property(tries = 200)
  void shouldFindWhatHoldsTheWords(@ForAll("searched") String words) {
    assertThat(found(words, "desk", "{desk:ALL}"))
        .as(words)
        .isEqualTo(holding(words, "group:desk:ALL"));
    assertThat(found(words, "employee", "{}"))
        .as(words)
        .isEqualTo(holding(words, "flagger:employee"));
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

  private static List<String> found(String words, String person, String groups) {
    var jdbc = JdbcClient.create(READERS);
    return new TransactionTemplate(new JdbcTransactionManager(READERS))
        .execute(
            status -> {
              jdbc.sql(NAMED).params(person, groups).query().listOfRows();
              return jdbc.sql("select reference from known_with_words(?) order by reference")
                  .param(KnownCases.containing(words))
                  .query(String.class)
                  .list();
            });
  }

  private static List<String> holding(String words, String name) {
    return EVERY_ROW
        .sql(
            """
            select reference from case_words join case_access using (reference)
             where who = ? and strpos(words, ?) > 0 order by reference
            """)
        .params(name, words)
        .query(String.class)
        .list();
  }

  /** To sign in takes longer than to search. */
  private static DataSource kept(DataSource source) {
    var pool = new HikariDataSource();
    pool.setDataSource(source);
    pool.setMaximumPoolSize(1);
    return pool;
  }
}
