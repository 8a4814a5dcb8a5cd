package dev.candor.access.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Person;
import dev.candor.access.Role;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTests {

  private static final Claims CLAIMS = reading("roles");

  @Test
  void shouldReadWhoSomebodyIs() {
    var person =
        CLAIMS.read(
            Map.of(
                "sub", "8f0e",
                "name", "Maya Stein",
                "email", "maya@people.example",
                "zoneinfo", "Asia/Jerusalem",
                "roles", List.of("desk", "DESK_HEAD", "legal-process", "wizard"),
                "desks", List.of("west", "EUROPE")),
            null);

    assertThat(person.id().value()).isEqualTo("8f0e");
    assertThat(person.name()).isEqualTo("Maya Stein");
    assertThat(person.email()).isEqualTo("maya@people.example");
    assertThat(person.zone()).isEqualTo(ZoneId.of("Asia/Jerusalem"));
    assertThat(person.roles())
        .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.DESK, Role.DESK_HEAD, Role.LEGAL_PROCESS);
    assertThat(person.desks()).containsExactlyInAnyOrder("UK-IE-NL-IL", "EUROPE");
  }

  @Test
  void shouldGiveNobodyMoreThanWhatIsClaimed() {
    var person = CLAIMS.read(Map.of("sub", "8f0e", "zoneinfo", "Nowhere/Land"), null);

    assertThat(person)
        .isEqualTo(
            new Person(person.id(), "8f0e", "", Set.of(Role.EMPLOYEE), Set.of(), ZoneOffset.UTC));
  }

  @Test
  void shouldTakeRolesAwayThatAreClaimedNoMoreAndKeepWhatIsNotSpokenOf() {
    var before =
        CLAIMS.read(
            Map.of("sub", "8f0e", "name", "Maya Stein", "roles", "COUNSEL", "desks", "EUROPE"),
            null);

    var said = CLAIMS.read(Map.of("sub", "8f0e", "roles", List.of()), before);
    var silent = CLAIMS.read(Map.of("sub", "8f0e"), before);

    assertThat(said.roles()).containsExactly(Role.EMPLOYEE);
    assertThat(said.name()).isEqualTo("Maya Stein");
    assertThat(said.desks()).containsExactly("EUROPE");
    assertThat(silent).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNSEL,POLICY", "counsel policy", " counsel,  policy "})
  void shouldReadAListThatIsOneText(String roles) {
    assertThat(CLAIMS.read(Map.of("sub", "8f0e", "roles", roles), null).roles())
        .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.COUNSEL, Role.POLICY);
  }

  @Test
  void shouldFollowAPathUnlessAClaimHasThatName() {
    var claims = reading("https://people.example/roles");
    var nested = reading("realm_access.roles");

    assertThat(
            claims
                .read(Map.of("sub", "1", "https://people.example/roles", "COUNSEL"), null)
                .roles())
        .contains(Role.COUNSEL);
    assertThat(
            nested
                .read(Map.of("sub", "1", "realm_access", Map.of("roles", List.of("COUNSEL"))), null)
                .roles())
        .contains(Role.COUNSEL);
  }

  private static Claims reading(String rolesClaim) {
    return new Claims(
        new OpenIdSettings(
            rolesClaim,
            "desks",
            Map.of("lead", Role.COUNSEL),
            Map.of("west", "UK-IE-NL-IL"),
            "candor-api",
            ZoneOffset.UTC,
            Duration.ofDays(90)));
  }
}
