package dev.candor.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.database.internal.TestDatabase;
import dev.candor.ledger.LedgerEntry;
import dev.candor.ledger.LedgerKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

class PoliciesInTheLedgerTests {

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient owner = JdbcClient.create(database.asOwner());
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final PoliciesInTheLedger policies =
      new PoliciesInTheLedger(JdbcClient.create(database.dataSource()), ledger::addAll);

  @Test
  void shouldNoteEachVersionOnceTheOldestFirst() {
    // when the service starts twice
    start();
    start();

    // then each version is there once
    assertThat(ledger)
        .hasSize(owner.sql("select count(*) from policy_version").query(Integer.class).single())
        .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(LedgerKind.POLICY_VERSION))
        .extracting(entry -> entry.facts().get("inForceFrom"))
        .isSorted();
  }

  @Test
  void shouldNoteAVersionThatAMigrationBrought() {
    start();
    ledger.clear();
    owner
        .sql("insert into policy_version values ('LAW_ENFORCEMENT', '3.0', '2027-01-01')")
        .update();

    start();

    assertThat(ledger)
        .singleElement()
        .satisfies(entry -> assertThat(entry.subject()).isEqualTo("LAW_ENFORCEMENT"))
        .satisfies(entry -> assertThat(entry.facts()).containsEntry("version", "3.0"));
  }

  @Test
  void shouldNoteThatAVersionSaysSomethingElse() {
    // given a version as it was noted
    start();
    var before = only("2.0").facts().get("sha256");
    ledger.clear();

    // when a clause is added to it
    owner
        .sql(
            """
            insert into policy_clause (policy, version, clause, title, wording, ground)
            values ('LAW_ENFORCEMENT', '2.0', '9', 'Later', 'Added afterwards.', 'ADDED')
            """)
        .update();
    start();

    // then there is an entry with another hash
    assertThat(only("2.0").facts().get("sha256")).isNotEqualTo(before).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update policy_clause set wording = 'Whatever'",
        "delete from policy_clause",
        "update policy_version set in_force_from = '2030-01-01' where version = '4.0'",
        "delete from policy_version_noted"
      })
  void shouldNotLetAVersionBeRewritten(String sql) {
    start();

    assertThatThrownBy(() -> owner.sql(sql).update())
        .hasMessageContaining("are never changed or deleted");
  }

  private void start() {
    policies.run(new DefaultApplicationArguments());
  }

  private LedgerEntry only(String version) {
    return ledger.stream()
        .filter(entry -> entry.subject().equals("LAW_ENFORCEMENT"))
        .filter(entry -> version.equals(entry.facts().get("version")))
        .reduce((one, other) -> other)
        .orElseThrow();
  }
}
