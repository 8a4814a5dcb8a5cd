package dev.candor.access.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Groups;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.database.internal.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom the provider told of, in a real database. */
class OpenIdPeopleTests {

  private static final Instant NOW = Instant.parse("2026-07-02T09:30:00Z");

  private static JdbcClient jdbc;

  @BeforeAll
  static void connect() {
    jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
  }

  @BeforeEach
  void nobody() {
    jdbc.sql("delete from person").update();
  }

  @Test
  void shouldKnowThemAfterwardsOnEveryMachine() {
    var maya = at(NOW).remember(claims("maya", "Maya Stein", "COUNSEL"), NOW);

    assertThat(at(NOW).find(new PersonId("maya"))).hasValue(maya);
    assertThat(at(NOW).find(new PersonId("noa"))).isEmpty();
    assertThat(at(NOW).nameOf("maya")).isEqualTo("Maya Stein");
  }

  @Test
  void shouldListThemByName() {
    var people = at(NOW);
    people.remember(claims("1", "Noa Levi", "COUNSEL"), NOW);
    people.remember(claims("2", "Maya Stein", "COUNSEL"), NOW);
    people.remember(claims("3", "Ann Hill", "POLICY"), NOW);

    assertThat(people.all())
        .extracting(Person::name)
        .containsExactly("Ann Hill", "Maya Stein", "Noa Levi");
    assertThat(people.inGroup(Groups.COUNSEL))
        .extracting(Person::name)
        .containsExactly("Maya Stein", "Noa Levi");
  }

  @Test
  void shouldTakeTheProvidersNewestWordWhateverOrderItComesIn() {
    at(NOW).remember(claims("maya", "Maya Stein", "POLICY"), NOW);

    // when an older token is used again
    var told = at(NOW).remember(claims("maya", "Maya Stein", "COUNSEL"), NOW.minusSeconds(60));

    assertThat(told.roles()).containsExactlyInAnyOrder(Role.EMPLOYEE, Role.POLICY);
    assertThat(at(NOW).find(new PersonId("maya")).orElseThrow().is(Role.COUNSEL)).isFalse();
  }

  @Test
  void shouldNotCountOnThoseWhoHaveNotBeenHereForLong() {
    at(NOW).remember(claims("maya", "Maya Stein", "COUNSEL"), NOW);

    var later = NOW.plus(Duration.ofDays(91));

    assertThat(at(later).inGroup(Groups.COUNSEL)).isEmpty();
    assertThat(at(later).nameOf("maya")).as("still on record").isEqualTo("Maya Stein");
    at(later).remember(claims("maya", "Maya Stein", "COUNSEL"), later);
    assertThat(at(later).inGroup(Groups.COUNSEL)).hasSize(1);
  }

  private static Map<String, Object> claims(String subject, String name, String role) {
    return Map.of("sub", subject, "name", name, "roles", role);
  }

  private static OpenIdPeople at(Instant now) {
    var settings =
        new OpenIdSettings(
            "roles",
            "desks",
            Map.of(),
            Map.of(),
            "candor-api",
            ZoneOffset.UTC,
            Duration.ofDays(90));
    return new OpenIdPeople(jdbc, settings, Clock.fixed(now, ZoneOffset.UTC));
  }
}
