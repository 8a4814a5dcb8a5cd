package dev.candor.access.internal;

import static dev.candor.access.internal.SecuredRows.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.Acting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Whose a transaction is: nobody else's, and forgotten when it ends. */
class RowSecurityIdentityTests {

  private static final List<String> OF_A_CASE =
      List.of("cases", "case_event", "task", "decision", "press_draft", "mail_outbox");

  @Test
  void shouldRefuseATransactionThatIsNobodys() {
    for (var table : ROWS.one().tables()) {
      assertThatThrownBy(() -> ROWS.transaction().execute(status -> ROWS.count(table)))
          .as(table)
          .rootCause()
          .hasMessageContaining("does not say whose it is");
      assertThatThrownBy(() -> ROWS.count(table))
          .as(table)
          .rootCause()
          .hasMessageContaining("whose");
    }
  }

  @Test
  void shouldHoldForTheOwnerOfTheTablesToo() {
    assertThatThrownBy(() -> ROWS.owner().sql("select count(*) from cases").query().singleValue())
        .rootCause()
        .hasMessageContaining("whose it is");
    assertThat(
            ROWS.everyRow()
                .sql("select rolname from pg_roles where rolbypassrls or rolsuper")
                .query(String.class)
                .list())
        .doesNotContain("candor", "candor_owner");
  }

  @Test
  void shouldForgetWhoItWasWhenTheConnectionGoesToSomebodyElse() {
    for (var round = 0; round < 3; round++) {
      assertThat(ROWS.as("desk", () -> ROWS.count("case_comment"))).isPositive();
      assertThat(ROWS.as("outsider", () -> ROWS.count("case_comment"))).isZero();
      assertThat(ROWS.as("service", () -> ROWS.count("decision"))).isPositive();
      assertThatThrownBy(() -> ROWS.count("cases")).rootCause().hasMessageContaining("whose it is");
    }
  }

  @Test
  void shouldForgetWhoItWasAfterACommitARollbackAndAFailure() {
    assertThat(
            Acting.<Long, RuntimeException>as(
                SecuredRows.person("desk"),
                () -> ROWS.transaction().execute(status -> ROWS.count("cases"))))
        .isPositive();
    assertThatThrownBy(() -> ROWS.count("cases")).rootCause().hasMessageContaining("whose it is");

    assertThat(ROWS.as("desk", () -> ROWS.count("cases"))).isPositive();
    assertThatThrownBy(() -> ROWS.count("cases")).rootCause().hasMessageContaining("whose it is");

    assertThatThrownBy(
            () -> ROWS.as("desk", () -> ROWS.jdbc().sql("select 1 / 0").query().singleValue()))
        .isInstanceOf(DataAccessException.class);
    assertThat(ROWS.as("outsider", () -> ROWS.count("cases"))).isZero();

    assertThatThrownBy(
            () ->
                ROWS.as(
                    "desk",
                    () -> {
                      throw new IllegalStateException("in the middle");
                    }))
        .hasMessage("in the middle");
    assertThatThrownBy(() -> ROWS.count("cases")).rootCause().hasMessageContaining("whose it is");
    assertThat(Acting.current()).isEmpty();
    assertThat(ROWS.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void shouldTakeAGroupForOneGroupWhateverItIsCalled() {
    var keys =
        ROWS.as(
            "outsider",
            () -> {
              ROWS.jdbc()
                  .sql(
                      """
                      select set_config('candor.groups', array[:names]::text, true),
                             set_config('candor.names', '', true)
                      """)
                  .param("names", List.of("a, \"b\"}", "c\u0001group:counsel"))
                  .query()
                  .singleRow();
              return ROWS.jdbc()
                  .sql("select unnest(acting_keys()) intersect select unnest(acting_names())")
                  .query(String.class)
                  .list();
            });

    assertThat(keys)
        .containsExactlyInAnyOrder(
            "person:outsider", "emergency:outsider", "group:a, \"b\"}", "group:cgroup:counsel");
  }

  @Test
  void shouldCloseACaseToWhoStepsOutOfItInTheSameTransaction() {
    ROWS.as(
        "desk",
        () -> {
          assertThat(OF_A_CASE).allSatisfy(table -> assertThat(ROWS.count(table)).isPositive());
          ROWS.jdbc()
              .sql("insert into case_recusal values (?, 'desk', 'Words', 'desk', now())")
              .param(OneCase.REFERENCE)
              .update();
          assertThat(OF_A_CASE).allSatisfy(table -> assertThat(ROWS.count(table)).isZero());
          return true;
        });
  }

  @Test
  void shouldNotTakeAPersonsSettingsBesideThoseOfTheService() {
    assertThat(
            ROWS.as(
                "mail",
                () -> {
                  ROWS.jdbc()
                      .sql("select set_config('candor.person', 'desk', true)")
                      .query()
                      .singleValue();
                  return ROWS.count("cases");
                }))
        .isZero();
    assertThat(
            ROWS.as(
                "outsider",
                () -> {
                  ROWS.jdbc()
                      .sql("select set_config('candor.case', 'SR-2026-00001', true)")
                      .query()
                      .singleValue();
                  return ROWS.count("cases");
                }))
        .isZero();
  }
}
