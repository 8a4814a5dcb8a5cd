package dev.candor.access.internal;

import static dev.candor.access.internal.SecuredRows.ROWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who would see or open more than is theirs. */
class RowSecurityAttemptsTests {

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
        "select most_telling('%a principal%')",
        "insert into case_access (reference, who, flagged_at, type, state, asker) values ('SR-2026-00001', 'person:outsider', now(), 'OTHER', 'FLAGGED', gen_random_uuid())"
      })
  void shouldNotLetTheServiceOpenWhatIsClosed(String attempt) {
    assertThatThrownBy(() -> ROWS.as("outsider", () -> ROWS.jdbc().sql(attempt).update()))
        .satisfies(
            trouble -> assertThat(SecuredRows.stateOf(trouble)).isEqualTo(SecuredRows.REFUSED));
  }

  @Test
  void shouldRefuseAQueryRatherThanAnswerItUnfiltered() {
    assertThatThrownBy(
            () ->
                ROWS.as(
                    "outsider",
                    () -> {
                      ROWS.jdbc().sql("set local row_security = off").update();
                      return ROWS.count("cases");
                    }))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(ROWS.as("desk", () -> ROWS.jdbc().sql("delete from case_access").update())).isZero();
    assertThat(
            ROWS.as("recused", () -> ROWS.jdbc().sql("update case_access set who = 'x'").update()))
        .isZero();
  }

  @Test
  void shouldFindWhatSomebodyKnowsByAnIndexAndNotByAskingEachRow() {
    // given a table so small that PostgreSQL would rather read it whole
    var plan =
        ROWS.as(
            "desk",
            () -> {
              ROWS.jdbc().sql("set local enable_seqscan = off").update();
              return ROWS.jdbc()
                  .sql("explain (costs off) select reference from case_access")
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
        ROWS.as(
            "desk",
            () -> {
              triggering("new.who := (select string_agg(who, ' ') from case_access);");
              return ROWS.jdbc()
                  .sql("insert into pg_temp.looking values ('') returning who")
                  .query(String.class)
                  .single();
            });

    // then they see what they see without it
    assertThat(seen).isEqualTo("group:desk:UK-IE-NL-IL");
  }

  @Test
  void shouldShowAndChangeNobodyElsesTaskWithinATriggerEither() {
    // when an outsider looks for tasks, and changes them, out of a trigger of their own
    var seen =
        ROWS.as(
            "outsider",
            () -> {
              triggering(
                  "update task set desk = 'outsider'; new.who := (select string_agg(desk, ' ') from task);");
              return ROWS.jdbc()
                  .sql("insert into pg_temp.looking values ('') returning who")
                  .query(String.class)
                  .optional();
            });

    // then there are none
    assertThat(seen).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insight_case",
        "insight_hold",
        "insight_instance",
        "insight_missed",
        "insight_pass",
        "insight_pending",
        "insight_task",
        "insight_time"
      })
  void shouldShowNobodyTimesOfCasesWithinATriggerEither(String table) {
    // given
    assertThat(ROWS.everyRow().sql("select from " + table).query().listOfRows()).isNotEmpty();
    // when an outsider counts them, and deletes them, out of a trigger of their own
    var seen =
        ROWS.as(
            "outsider",
            () -> {
              triggering(
                  "new.who := (select count(*) from %1$s); delete from %1$s; if found then new.who := 'gone'; end if;"
                      .formatted(table));
              return ROWS.jdbc()
                  .sql("insert into pg_temp.looking values ('') returning who")
                  .query(String.class)
                  .single();
            });

    // then there are none
    assertThat(seen).isEqualTo("0");
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
                ROWS.as(
                    "desk",
                    () -> {
                      triggering(attempt);
                      return ROWS.jdbc().sql("insert into pg_temp.looking values ('')").update();
                    }))
        .satisfies(
            trouble -> assertThat(SecuredRows.stateOf(trouble)).isEqualTo(SecuredRows.REFUSED));
  }

  @Test
  void shouldShowNothingToWhoNamesWhatTriggersAreNamed() {
    assertThat(
            ROWS.as(
                "who-knows",
                () ->
                    List.of(
                        ROWS.count("cases"),
                        ROWS.count("case_access"),
                        ROWS.count("task"),
                        ROWS.count("insight_case"),
                        ROWS.count("known_with_words('%')"))))
        .containsOnly(0L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "note_access",
        "note_emergency",
        "note_stage",
        "note_outcome",
        "note_correction",
        "refuse_what_no_correction_says",
        "note_tasks_of_case",
        "insight_of_case",
        "insight_of_event",
        "insight_of_task"
      })
  void shouldLetNobodyHangWhatTriggersWriteOnATableOfTheirOwn(String writing) {
    assertThatThrownBy(
            () ->
                ROWS.as(
                    "desk",
                    () -> {
                      ROWS.jdbc()
                          .sql("create temporary table looking (reference text, who text)")
                          .update();
                      return ROWS.jdbc()
                          .sql(
                              "create trigger looking after insert on pg_temp.looking for each row execute function "
                                  + writing
                                  + "('person:', 'who')")
                          .update();
                    }))
        .satisfies(
            trouble -> assertThat(SecuredRows.stateOf(trouble)).isEqualTo(SecuredRows.REFUSED));
  }

  /** Until the transaction is rolled back, what is written to {@code pg_temp.looking} does this. */
  private static void triggering(String action) {
    ROWS.jdbc().sql("create temporary table looking (who text)").update();
    ROWS.jdbc()
        .sql(
            "create function pg_temp.look() returns trigger language plpgsql as $$ begin %s return new; end $$"
                .formatted(action))
        .update();
    ROWS.jdbc()
        .sql(
            "create trigger look before insert on pg_temp.looking for each row execute function pg_temp.look()")
        .update();
  }
}
