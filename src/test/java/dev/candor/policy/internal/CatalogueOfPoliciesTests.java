package dev.candor.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.database.internal.TestDatabase;
import dev.candor.policy.Ground;
import dev.candor.policy.UnknownGround;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogueOfPoliciesTests {

  private static final CatalogueOfPolicies CATALOGUE =
      new CatalogueOfPolicies(JdbcClient.create(TestDatabase.fresh().dataSource()));

  @ParameterizedTest
  @CsvSource({
    "STATE_CONTROLLED_MEDIA,            2020-04-14, 1.0, 2",
    "STATE_CONTROLLED_MEDIA,            2020-08-05, 1.0, 2",
    "STATE_CONTROLLED_MEDIA,            2020-08-06, 2.0, 3.1",
    "STATE_CONTROLLED_MEDIA,            2026-06-30, 3.0, 3.1",
    "STATE_CONTROLLED_MEDIA,            2026-07-01, 4.0, 3.2",
    "COORDINATED_INAUTHENTIC_BEHAVIOUR, 2020-04-14, 2.0, 8.1",
    "POLITICAL_ADVERTISING,             2026-04-20, 3.0, 10.2",
    "IMPERSONATION,                     2026-07-01, 3.0, 8.4",
    "LEGAL_PROCESS,                     2026-05-11, 2.0, 4.1",
    "GOVERNMENT_REMOVAL,                2022-01-31, 1.0, 2",
    "GOVERNMENT_REMOVAL,                2022-02-01, 2.0, 2.1"
  })
  void shouldAnswerTheVersionInForceOnThatDay(
      String code, LocalDate day, String version, String clause) {
    var ground = CATALOGUE.inForceOn(code, day);

    assertThat(ground.version()).isEqualTo(version);
    assertThat(ground.clause()).isEqualTo(clause);
    assertThat(ground.inForceFrom()).isBeforeOrEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-01-01", "2020-04-14", "2026-07-01", "2040-01-01"})
  void shouldKnowEveryGroundOnEveryDaySinceTheCatalogueBegins(LocalDate day) {
    assertThat(CATALOGUE.inForceOn(day))
        .extracting(Ground::code)
        .containsExactly(
            "COORDINATED_INAUTHENTIC_BEHAVIOUR",
            "GOVERNMENT_REMOVAL",
            "IMPERSONATION",
            "LEGAL_PROCESS",
            "POLITICAL_ADVERTISING",
            "STATE_CONTROLLED_MEDIA",
            "THREATS_AND_INDUCEMENTS");
  }

  @Test
  void shouldSayThatThereIsNoSuchGround() {
    assertThatThrownBy(() -> CATALOGUE.inForceOn("BAD_TASTE", LocalDate.of(2026, 7, 1)))
        .isInstanceOf(UnknownGround.class);
    assertThatThrownBy(() -> CATALOGUE.inForceOn("IMPERSONATION", LocalDate.of(2015, 12, 31)))
        .isInstanceOf(UnknownGround.class);
  }
}
