package dev.candor.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.candor.access.Acting;
import dev.candor.access.Identity;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.database.internal.TestDatabase;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Need to know as PostgreSQL enforces it, straight through the service's role on a pool of one. */
class RowSecurityTests {

  private static final String REFUSED = "42501";
  private static final List<String[]> MATRIX =
      OneCase.text("row-security/matrix.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .toList();

  private static final Set<String> WITHOUT =
      OneCase.text("row-security/tables-without.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());

  private static final OneCase CASE = new OneCase();
  private static HikariDataSource pool;
  private static JdbcClient jdbc;
  private static JdbcClient everyRow;
  private static JdbcClient owner;
  private static TransactionTemplate transaction;
  private static Map<String, String> firstColumn;

  @BeforeAll
  static void writeACase() {
    var database = TestDatabase.fresh();
    pool = new HikariDataSource();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(1);
    jdbc = JdbcClient.create(pool);
    owner = JdbcClient.create(database.asOwner());
    everyRow = JdbcClient.create(database.asSuperuser());
    transaction =
        new TransactionTemplate(
            new IdentifiedTransactions(pool, () -> Acting.current().orElse(Identity.NOBODY)));
    CASE.write(everyRow);
    firstColumn = firstColumns();
  }

  @AfterAll
  static void closeThePool() {
    pool.close();
  }

  static Stream<String> viewers() {
    return Arrays.stream(MATRIX.getFirst()).skip(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("viewers")
  void shouldLetEachDoWithTheRowsOfACaseWhatTheMatrixSays(String viewer) {
    var seen = new TreeMap<String, String>();
    for (var table : CASE.tables()) {
      var may =
          (selects(viewer, table) ? "s" : "")
              + (inserts(viewer, table) ? "i" : "")
              + (updates(viewer, table) ? "u" : "");
      seen.put(table, may.isEmpty() ? "-" : may);
    }
    assertThat(seen).isEqualTo(columnOf(viewer));
  }

  @Test
  void shouldRefuseATransactionThatIsNobodys() {
    for (var table : CASE.tables()) {
      assertThatThrownBy(() -> transaction.execute(status -> count(table)))
          .as(table)
          .rootCause()
          .hasMessageContaining("does not say whose it is");
      assertThatThrownBy(() -> count(table)).as(table).rootCause().hasMessageContaining("whose");
    }
  }

  @Test
  void shouldSecureEveryTableThatIsNotKnownToHoldNothingOfACase() {
    assertThat(
            tables(
                "not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))"))
        .as("give a new table policies and its line in matrix.txt and rows.sql, or a place here")
        .isEqualTo(WITHOUT);
    assertThat(MATRIX.stream().skip(1).map(line -> line[0]))
        .as("the matrix names every secured table")
        .containsExactlyInAnyOrderElementsOf(tables("relrowsecurity"));
  }

  @Test
  void shouldLeaveNoTableWithoutPoliciesThatPointsAtACase() {
    var pointing =
        tables(
            """
            oid in (with recursive hanging (oid) as (
                      select attrelid from pg_attribute
                       where attname in ('reference', 'case_reference')
                      union
                      select conrelid from pg_constraint join hanging on confrelid = hanging.oid)
                    select oid from hanging)
            """);
    assertThat(pointing).contains("cases", "submission", "press_statement", "mail_outbox");
    assertThat(pointing).doesNotContainAnyElementsOf(WITHOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table cases disable row level security",
        "alter table cases no force row level security",
        "drop policy known on cases",
        "create policy all_of_it on cases using (true)",
        "create or replace function acting_keys() returns text[] language sql return '{}'::text[]",
        "drop trigger note_access on case_recusal",
        "alter table case_recusal disable trigger note_access",
        "set local session_replication_role = replica",
        "alter role current_user bypassrls",
        "set local role candor_owner",
        "insert into case_access (reference, who, flagged_at, type, state, asker) values ('SR-2026-00001', 'person:outsider', now(), 'OTHER', 'FLAGGED', gen_random_uuid())"
      })
  void shouldNotLetTheServiceOpenWhatIsClosed(String attempt) {
    assertThatThrownBy(() -> as("outsider", () -> jdbc.sql(attempt).update()))
        .satisfies(trouble -> assertThat(stateOf(trouble)).isEqualTo(REFUSED));
  }

  @Test
  void shouldRefuseAQueryRatherThanAnswerItUnfiltered() {
    assertThatThrownBy(
            () ->
                as(
                    "outsider",
                    () -> {
                      jdbc.sql("set local row_security = off").update();
                      return count("cases");
                    }))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(as("desk", () -> jdbc.sql("delete from case_access").update())).isZero();
    assertThat(as("recused", () -> jdbc.sql("update case_access set who = 'x'").update())).isZero();
  }

  @Test
  void shouldHoldForTheOwnerOfTheTablesToo() {
    assertThatThrownBy(() -> owner.sql("select count(*) from cases").query().singleValue())
        .rootCause()
        .hasMessageContaining("whose it is");
    assertThat(
            everyRow
                .sql("select rolname from pg_roles where rolbypassrls or rolsuper")
                .query(String.class)
                .list())
        .doesNotContain("candor", "candor_owner");
  }

  @Test
  void shouldForgetWhoItWasWhenTheConnectionGoesToSomebodyElse() {
    for (var round = 0; round < 3; round++) {
      assertThat(as("desk", () -> count("case_comment"))).isPositive();
      assertThat(as("outsider", () -> count("case_comment"))).isZero();
      assertThat(as("service", () -> count("decision"))).isPositive();
      assertThatThrownBy(() -> count("cases")).rootCause().hasMessageContaining("whose it is");
    }
  }

  @Test
  void shouldForgetWhoItWasAfterACommitARollbackAndAFailure() {
    assertThat(
            Acting.<Long, RuntimeException>as(
                person("desk"), () -> transaction.execute(status -> count("cases"))))
        .isPositive();
    assertThatThrownBy(() -> count("cases")).rootCause().hasMessageContaining("whose it is");

    assertThat(as("desk", () -> count("cases"))).isPositive();
    assertThatThrownBy(() -> count("cases")).rootCause().hasMessageContaining("whose it is");

    assertThatThrownBy(() -> as("desk", () -> jdbc.sql("select 1 / 0").query().singleValue()))
        .isInstanceOf(DataAccessException.class);
    assertThat(as("outsider", () -> count("cases"))).isZero();

    assertThatThrownBy(
            () ->
                as(
                    "desk",
                    () -> {
                      throw new IllegalStateException("in the middle");
                    }))
        .hasMessage("in the middle");
    assertThatThrownBy(() -> count("cases")).rootCause().hasMessageContaining("whose it is");
    assertThat(Acting.current()).isEmpty();
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void shouldCloseACaseToWhoStepsOutOfItInTheSameTransaction() {
    as(
        "desk",
        () -> {
          jdbc.sql("insert into case_recusal values (?, 'desk', 'Words', 'desk', now())")
              .param(OneCase.REFERENCE)
              .update();
          for (var table : List.of("cases", "case_event", "task", "decision", "press_draft")) {
            assertThat(count(table)).as(table).isZero();
          }
          return true;
        });
  }

  @Test
  void shouldFindWhatSomebodyKnowsByAnIndexAndNotByAskingEachRow() {
    // given a table so small that PostgreSQL would rather read it whole
    var plan =
        as(
            "desk",
            () -> {
              jdbc.sql("set local enable_seqscan = off").update();
              return jdbc.sql("explain (costs off) select reference from case_access")
                  .query(String.class)
                  .list();
            });

    // then the policy is what the index is asked for
    assertThat(plan).anyMatch(line -> line.contains("Index Cond: (who = ANY ("));
  }

  @Test
  void shouldShowNobodyElsesAccessWithinATriggerEither() {
    // when somebody looks out of a trigger of their own
    var seen =
        as(
            "desk",
            () -> {
              triggering("new.who := (select string_agg(who, ' ') from case_access);");
              return jdbc.sql("insert into pg_temp.looking values ('') returning who")
                  .query(String.class)
                  .single();
            });

    // then they see what they see without it
    assertThat(seen).isEqualTo("group:desk:UK-IE-NL-IL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into case_access (reference, who, flagged_at, type, state, asker) values ('SR-2026-00001', 'person:outsider', now(), 'OTHER', 'FLAGGED', gen_random_uuid());",
        "insert into case_access (reference, who, flagged_at, type, state, asker) values ('SR-2026-00002', 'group:desk:UK-IE-NL-IL', now(), 'OTHER', 'FLAGGED', gen_random_uuid());"
      })
  void shouldLetNobodyInOutOfATriggerOfTheirOwn(String attempt) {
    assertThatThrownBy(
            () ->
                as(
                    "desk",
                    () -> {
                      triggering(attempt);
                      return jdbc.sql("insert into pg_temp.looking values ('')").update();
                    }))
        .satisfies(trouble -> assertThat(stateOf(trouble)).isEqualTo(REFUSED));
  }

  @Test
  void shouldShowNothingToWhoNamesWhatTriggersAreNamed() {
    assertThat(
            as(
                "who-knows",
                () ->
                    List.of(count("cases"), count("case_access"), count("known_with_words('%')"))))
        .containsOnly(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"note_access", "note_emergency", "note_stage", "note_outcome"})
  void shouldLetNobodyHangWhatWritesAccessOnATableOfTheirOwn(String writing) {
    assertThatThrownBy(
            () ->
                as(
                    "desk",
                    () -> {
                      jdbc.sql("create temporary table looking (reference text, who text)")
                          .update();
                      return jdbc.sql(
                              "create trigger looking after insert on pg_temp.looking for each row execute function "
                                  + writing
                                  + "('person:', 'who')")
                          .update();
                    }))
        .satisfies(trouble -> assertThat(stateOf(trouble)).isEqualTo(REFUSED));
  }

  @Test
  void shouldNotTakeAPersonsSettingsBesideThoseOfTheService() {
    assertThat(
            as(
                "mail",
                () -> {
                  jdbc.sql("select set_config('candor.person', 'desk', true)")
                      .query()
                      .singleValue();
                  return count("cases");
                }))
        .isZero();
    assertThat(
            as(
                "outsider",
                () -> {
                  jdbc.sql("select set_config('candor.case', 'SR-2026-00001', true)")
                      .query()
                      .singleValue();
                  return count("cases");
                }))
        .isZero();
  }

  /** Until the transaction is rolled back, what is written to {@code pg_temp.looking} does this. */
  private static void triggering(String action) {
    jdbc.sql("create temporary table looking (who text)").update();
    jdbc.sql(
            "create function pg_temp.look() returns trigger language plpgsql as $$ begin %s return new; end $$"
                .formatted(action))
        .update();
    jdbc.sql(
            "create trigger look before insert on pg_temp.looking for each row execute function pg_temp.look()")
        .update();
  }

  private static boolean selects(String viewer, String table) {
    return as(viewer, () -> count(table)) > 0;
  }

  private static boolean inserts(String viewer, String table) {
    return may(
        viewer,
        () -> {
          CASE.insert(jdbc, table, viewer);
          return true;
        });
  }

  private static boolean updates(String viewer, String table) {
    var column = firstColumn.get(table);
    return may(
        viewer,
        () -> jdbc.sql("update %s set %s = %s".formatted(table, column, column)).update() > 0);
  }

  /** Yes as well when it fails for another reason: a key, or a trigger that lets nobody change. */
  private static boolean may(String viewer, Supplier<Boolean> attempt) {
    try {
      return as(viewer, attempt);
    } catch (DataAccessException failure) {
      return !REFUSED.equals(stateOf(failure));
    }
  }

  /** In a transaction that is rolled back. */
  private static <T> T as(String viewer, Supplier<T> work) {
    Acting.Work<T, RuntimeException> inTransaction =
        () ->
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return work.get();
                });
    return switch (viewer) {
      case "service" -> Acting.asServiceOn("worker", OneCase.REFERENCE, inTransaction);
      case "elsewhere" -> Acting.asServiceOn("worker", "SR-2026-00003", inTransaction);
      case "finder" -> Acting.asService("candor.find-precedents", inTransaction);
      case "mail",
          "engine",
          "hand-backs",
          "note-refusal",
          "attachments",
          "transparency",
          "retention",
          "insight",
          "nobody-left",
          "unattended-claims",
          "reconciliation",
          "who-knows" ->
          Acting.asService(viewer, inTransaction);
      default -> Acting.as(person(viewer), inTransaction);
    };
  }

  private static Person person(String id) {
    var roles = EnumSet.of(Role.EMPLOYEE);
    switch (id) {
      case "desk", "desk-flagger", "recused" -> roles.add(Role.DESK);
      case "outsider" -> roles.addAll(Set.of(Role.COUNSEL, Role.AUDITOR, Role.PROCESS_OWNER));
      case "admin" -> roles.addAll(Set.of(Role.DESK, Role.ADMIN));
      case "manager" -> roles.addAll(Set.of(Role.DESK, Role.MANAGER));
      default -> {}
    }
    var desks = roles.contains(Role.DESK) ? Set.of("UK-IE-NL-IL") : Set.<String>of();
    return new Person(new PersonId(id), id, "", roles, desks, ZoneOffset.UTC);
  }

  private static long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static Set<String> tables(String condition) {
    return everyRow
        .sql(
            """
            select relname from pg_class
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and (%s)
            """
                .formatted(condition))
        .query(String.class)
        .set();
  }

  private static Map<String, String> firstColumns() {
    var columns = new TreeMap<String, String>();
    everyRow
        .sql(
            """
            select distinct on (relname) relname, attname from pg_attribute
              join pg_class on pg_class.oid = attrelid and relnamespace = 'public'::regnamespace
             where attnum > 0 and attidentity = '' order by relname, attnum
            """)
        .query((row, number) -> columns.put(row.getString(1), row.getString(2)))
        .list();
    return columns;
  }

  private static Map<String, String> columnOf(String viewer) {
    var place = Arrays.asList(MATRIX.getFirst()).indexOf(viewer);
    var column = new TreeMap<String, String>();
    MATRIX.stream().skip(1).forEach(line -> column.put(line[0], line[place]));
    return column;
  }

  private static String stateOf(Throwable trouble) {
    return NestedExceptionUtils.getMostSpecificCause(trouble) instanceof SQLException failure
        ? failure.getSQLState()
        : "none";
  }
}
