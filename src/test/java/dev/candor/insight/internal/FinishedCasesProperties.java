package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.FinishedCases.Row;
import dev.candor.insight.internal.Spans.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Columns to which rows are added in any portions, against a map of the last of each. */
class FinishedCasesProperties {

  @Property(tries = 300)
  void shouldHoldTheLastOfEachInTheOrderInWhichTheyEnded(
      @ForAll("portions") List<List<Row>> portions, @ForAll("moments") long from) {
    // given
    var cases = FinishedCases.NONE;
    var last = new TreeMap<Long, Row>();
    // when
    for (var portion : portions) {
      var once = new TreeMap<Long, Row>();
      portion.forEach(row -> once.put(row.number(), row));
      var changed = new FinishedCases.Gathered();
      once.values().forEach(changed::add);
      cases = cases.with(changed);
      last.putAll(once);
    }
    // then
    assertThat(cases.size()).isEqualTo(last.size());
    assertThat(all(cases)).containsExactlyInAnyOrderElementsOf(all(last));
    var ended = new ArrayList<Instant>();
    for (int at = 0; at < cases.size(); at++) {
      ended.add(cases.endedAt(at));
    }
    assertThat(ended).isSorted();
    assertThat(cases.from(Instant.ofEpochSecond(from)))
        .isEqualTo(
            (int) ended.stream().filter(at -> at.isBefore(Instant.ofEpochSecond(from))).count());
  }

  @Provide
  Arbitrary<List<List<Row>>> portions() {
    var numbers = Arbitraries.longs().between(1, 30);
    var seconds = Arbitraries.integers().between(0, 100);
    var row =
        Combinators.combine(
                numbers, moments(), seconds, Arbitraries.shorts().between((short) 0, (short) 3))
            .as(
                (number, ended, time, code) ->
                    new Row(
                        number,
                        Instant.ofEpochSecond(ended - time),
                        Instant.ofEpochSecond(ended),
                        new Parts(time, 0, 0),
                        new Parts(0, time, 0),
                        new short[] {code, 0, 0, 0, 0, code}));
    return row.list().ofMaxSize(20).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<Long> moments() {
    return Arbitraries.longs().between(1_000, 1_050);
  }

  private static List<List<Object>> all(Map<Long, Row> rows) {
    return rows.values().stream()
        .map(
            row ->
                List.<Object>of(
                    row.begunAt(),
                    row.endedAt(),
                    row.calendar().forUs(),
                    row.working().inHand(),
                    row.codes()[0]))
        .toList();
  }

  private static List<List<Object>> all(FinishedCases cases) {
    var all = new ArrayList<List<Object>>();
    for (int at = 0; at < cases.size(); at++) {
      all.add(
          List.of(
              cases.begunAt(at),
              cases.endedAt(at),
              cases.forUs(false, at),
              cases.inHand(true, at),
              cases.code(Dimension.DESK, at)));
    }
    return all;
  }
}
