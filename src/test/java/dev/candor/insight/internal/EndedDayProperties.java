package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.EndedDay.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Columns of which the rows of some cases are replaced, against a list of rows. */
class EndedDayProperties {

  @Property(tries = 300)
  void shouldTellWhatIsThereAfterSomeCasesWereReplaced(
      @ForAll("rows") List<Row> first,
      @ForAll("rows") List<Row> then,
      @ForAll @IntRange(max = 60) int from,
      @ForAll @IntRange(max = 60) int to,
      @ForAll boolean[] chosen) {
    // given
    var isChosen = Arrays.copyOf(chosen, 3);
    var numbers = then.stream().mapToLong(Row::number).distinct().sorted().toArray();
    var rows = new ArrayList<>(first);
    rows.removeIf(row -> then.stream().anyMatch(other -> other.number() == row.number()));
    rows.addAll(then);
    // when
    var day = EndedDay.of(first).without(numbers).and(EndedDay.of(then));
    // then
    assertThat(day.size()).isEqualTo(rows.size());
    var told = new ArrayList<List<Integer>>();
    day.read(
        from,
        to,
        isChosen,
        (number, element, together, figures, at) ->
            told.add(List.of((int) element, together, figures[at], figures[at + 1])));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            rows.stream()
                .filter(row -> isChosen[row.together()])
                .filter(row -> row.endedAt() >= from && row.endedAt() < to)
                .map(
                    row ->
                        List.of(
                            (int) row.element(),
                            row.together(),
                            row.figures()[0],
                            row.figures()[1]))
                .toList());
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 12),
            Arbitraries.integers().between(0, 60),
            Arbitraries.shorts().between((short) 0, (short) 3),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(-1, 100))
        .as(
            (number, endedAt, element, together, figure) ->
                new Row(number, endedAt, element, together, new int[] {figure, number.intValue()}))
        .list()
        .ofMaxSize(40);
  }
}
