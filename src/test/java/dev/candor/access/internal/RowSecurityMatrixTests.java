package dev.candor.access.internal;

import static dev.candor.access.internal.SecuredRows.ROWS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

/**
 * Who may do what with the rows of a case, table by table: as the matrix says, and no table
 * without.
 */
class RowSecurityMatrixTests {

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

  private static final Map<String, String> FIRST_COLUMN = firstColumns();

  static Stream<String> viewers() {
    return Arrays.stream(MATRIX.getFirst()).skip(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("viewers")
  void shouldLetEachDoWithTheRowsOfACaseWhatTheMatrixSays(String viewer) {
    var seen = new TreeMap<String, String>();
    for (var table : ROWS.one().tables()) {
      var may =
          (selects(viewer, table) ? "s" : "")
              + (inserts(viewer, table) ? "i" : "")
              + (updates(viewer, table) ? "u" : "");
      seen.put(table, may.isEmpty() ? "-" : may);
    }
    assertThat(seen).isEqualTo(columnOf(viewer));
  }

  /** Their policy finds them in two ways: by one, and by the setting that lists begin with. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("viewers")
  void shouldShowTheSameTasksToWhoLooksThroughAllOfThem(String viewer) {
    var lookedThrough =
        ROWS.as(
            viewer,
            () -> {
              ROWS.jdbc()
                  .sql("select set_config('candor.looks_through', 'tasks', true)")
                  .query()
                  .singleValue();
              return ROWS.count("task") > 0;
            });
    assertThat(lookedThrough).isEqualTo(columnOf(viewer).get("task").contains("s"));
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

  private static boolean selects(String viewer, String table) {
    return ROWS.as(viewer, () -> ROWS.count(table)) > 0;
  }

  private static boolean inserts(String viewer, String table) {
    return may(
        viewer,
        () -> {
          ROWS.one().insert(ROWS.jdbc(), table, viewer);
          return true;
        });
  }

  private static boolean updates(String viewer, String table) {
    var column = FIRST_COLUMN.get(table);
    return may(
        viewer,
        () ->
            ROWS.jdbc().sql("update %s set %s = %s".formatted(table, column, column)).update() > 0);
  }

  /** Yes as well when it fails for another reason: a key, or a trigger that lets nobody change. */
  private static boolean may(String viewer, Supplier<Boolean> attempt) {
    try {
      return ROWS.as(viewer, attempt);
    } catch (DataAccessException failure) {
      return !SecuredRows.REFUSED.equals(SecuredRows.stateOf(failure));
    }
  }

  private static Set<String> tables(String condition) {
    return ROWS.everyRow()
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
    ROWS.everyRow()
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
}
