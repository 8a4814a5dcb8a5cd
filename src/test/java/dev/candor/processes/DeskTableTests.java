package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which desk is responsible: one test per row, and none without a desk. */
class DeskTableTests {

  private static final DecisionTable DESK = DecisionTable.of("desk");

  @ParameterizedTest
  @CsvSource({
    "GB, UK-IE-NL-IL, Rule_UkIeNlIl",
    "IE, UK-IE-NL-IL, Rule_UkIeNlIl",
    "NL, UK-IE-NL-IL, Rule_UkIeNlIl",
    "IL, UK-IE-NL-IL, Rule_UkIeNlIl",
    "DE, DE-AT-CH, Rule_DeAtCh",
    "AT, DE-AT-CH, Rule_DeAtCh",
    "CH, DE-AT-CH, Rule_DeAtCh",
    "FR, EUROPE, Rule_Europe",
    "US, AMERICAS, Rule_Americas",
    "JP, ASIA-PACIFIC, Rule_AsiaPacific",
    "KE, AFRICA-MIDDLE-EAST, Rule_AfricaMiddleEast",
    "AQ, INTERNATIONAL, Rule_NoGovernment",
    "ZZ, INTERNATIONAL, Rule_International"
  })
  void shouldLeadAMarketToItsDesk(String market, String desk, String rule) {
    var answer = DESK.ask(Map.of("market", market));

    assertThat(answer.output().asText()).isEqualTo(desk);
    assertThat(answer.rules()).containsExactly(rule);
  }

  @ParameterizedTest
  @MethodSource("countries")
  void shouldFindADeskForEveryCountry(String country) {
    assertThat(DESK.ask(Map.of("market", country)).rules())
        .as("Name %s in a row of desk.dmn", country)
        .doesNotContain("Rule_International");
  }

  @Test
  void shouldHaveATestForEachRow() {
    assertThat(DESK.rules())
        .as("Add a line to shouldLeadAMarketToItsDesk for each new row of desk.dmn")
        .extracting(DecisionTable.Rule::id)
        .containsExactlyInAnyOrder(
            "Rule_UkIeNlIl",
            "Rule_DeAtCh",
            "Rule_Europe",
            "Rule_Americas",
            "Rule_AsiaPacific",
            "Rule_AfricaMiddleEast",
            "Rule_NoGovernment",
            "Rule_International");
  }

  static Stream<String> countries() {
    return Stream.of(Locale.getISOCountries());
  }
}
