package dev.candor.processes;

import dev.candor.cases.Channel;
import dev.candor.cases.PrincipalKind;
import dev.candor.cases.RequestType;
import dev.candor.process.RoutingFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A case before it begins: what is flagged, what the register will know of it, and what happens.
 *
 * @param completed how its facts are when the desk has completed them
 * @param similarCases how many of its kind there were within a year
 */
record CaseByChance(
    RoutingFacts flag, Map<String, Object> completed, int similarCases, List<Turn> turns) {

  private static final int MOST_TURNS = 30;
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 24);

  static Arbitrary<CaseByChance> any() {
    return Combinators.combine(
            flags(),
            completions(),
            Arbitraries.integers().between(1, 4),
            anyTurn().list().ofMaxSize(MOST_TURNS))
        .as(CaseByChance::new);
  }

  Turn turn(int number) {
    return number < turns.size() ? turns.get(number) : Turn.SIMPLEST;
  }

  private static Arbitrary<RoutingFacts> flags() {
    var countries = Arbitraries.of(Locale.getISOCountries());
    var yesOrNo = Arbitraries.of(false, true);
    var codes =
        Combinators.combine(
                names(RequestType.values()),
                names(Channel.values()),
                names(PrincipalKind.values()),
                countries,
                countries)
            .as(List::of);
    return Combinators.combine(codes, yesOrNo.list().ofSize(7)).as(CaseByChance::facts);
  }

  private static RoutingFacts facts(List<String> codes, List<Boolean> is) {
    return new RoutingFacts(
        codes.get(0),
        codes.get(1),
        codes.get(2),
        codes.get(3),
        codes.get(4),
        is.get(0),
        is.get(1),
        is.get(2),
        is.get(3),
        is.get(4),
        is.get(5),
        is.get(6),
        RECEIVED);
  }

  private static Arbitrary<Map<String, Object>> completions() {
    return Combinators.combine(names(PrincipalKind.values()), Arbitraries.of(false, true))
        .as((kind, basis) -> Map.of("principalKind", kind, "legalBasisGiven", basis));
  }

  private static Arbitrary<Turn> anyTurn() {
    var kinds =
        Arbitraries.frequency(
            Tuple.of(12, Turn.Kind.ANSWER),
            Tuple.of(4, Turn.Kind.WAIT),
            Tuple.of(1, Turn.Kind.RECUSE),
            Tuple.of(1, Turn.Kind.WRITE),
            Tuple.of(1, Turn.Kind.PRESS),
            Tuple.of(1, Turn.Kind.HOLD),
            Tuple.of(1, Turn.Kind.WITHDRAW));
    return Combinators.combine(kinds, Arbitraries.integers().between(0, Turn.MOST_PICKS))
        .as(Turn::new);
  }

  private static Arbitrary<String> names(Enum<?>... codes) {
    return Arbitraries.of(codes).map(Enum::name);
  }
}
