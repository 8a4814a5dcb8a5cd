package dev.candor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which desk is responsible: every country of ISO 3166-1 is named by a row of its own. */
class DeskTableTests {

  private static final DecisionTable DESK = DecisionTable.of("desk");

  @ParameterizedTest
  @MethodSource("countries")
  void shouldNameEveryCountry(String country) {
    assertThat(DESK.ask(Map.of("market", country)).rules())
        .as("Add %s to a row of desk.dmn: the last row is for codes of no country", country)
        .hasSize(1)
        .doesNotContain(DESK.rules().getLast().id());
  }

  static Stream<String> countries() {
    return Stream.of(Locale.getISOCountries());
  }
}
