package dev.candor.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.support.CandorTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A connection keeps its role, and with it the plans of its statements. */
@CandorTest
class TwoPoolsTests {

  private static final int TIMES = 20;

  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transaction;
  @Autowired MeterRegistry registry;
  @Autowired HealthContributorRegistry health;

  @Test
  void shouldGiveTheServiceConnectionsOfItsOwn() {
    // when people and the service ask in turn
    var person =
        new Person(
            new PersonId("desk-uk"),
            "Dee",
            "dee@candor.example",
            Set.of(),
            Set.of(),
            ZoneOffset.UTC);
    Set<Backend> ofPeople = new HashSet<>();
    Set<Backend> ofTheService = new HashSet<>();
    for (int time = 0; time < TIMES; time++) {
      ofPeople.add(Acting.as(person, this::backend));
      ofTheService.add(Acting.asService("mail", this::backend));
    }

    // then no connection does both, and the service has put its role on
    assertThat(ofTheService).extracting(Backend::role).containsOnly("candor_service");
    assertThat(ofPeople).extracting(Backend::role).doesNotContain("candor_service");
    assertThat(ofPeople)
        .extracting(Backend::process)
        .doesNotContainAnyElementsOf(ofTheService.stream().map(Backend::process).toList());
  }

  @Test
  void shouldCountTheConnectionsOfBoth() {
    assertThat(registry.get("hikaricp.connections").gauges())
        .extracting(gauge -> gauge.getId().getTag("pool"))
        .hasSize(2)
        .contains("service");
  }

  @Test
  void shouldAskBothForTheirHealth() {
    assertThat(health.getContributor("db")).isInstanceOf(HealthOfBothPools.class);
  }

  private Backend backend() {
    return transaction.execute(
        status ->
            jdbc.sql("select pg_backend_pid() process, current_user role")
                .query(Backend.class)
                .single());
  }

  record Backend(int process, String role) {}
}
