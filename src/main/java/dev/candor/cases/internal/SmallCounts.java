package dev.candor.cases.internal;

import dev.candor.cases.TransparencyFigures.Count;
import dev.candor.cases.TransparencyFigures.Counts;
import dev.candor.cases.TransparencyFigures.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Withholds small counts so that they cannot be had by subtraction. Whoever knows the total and
 * what is told knows the sum of what is not. Of {@code m} withheld counts that are 1 at least, each
 * can then be anything up to {@code sum - m + 1}; counts are withheld, smallest first, until there
 * are two and that is no small number any more.
 */
final class SmallCounts {

  private static final Comparator<Count> SMALLEST_FIRST =
      Comparator.comparingInt(Count::requests).thenComparing(Count::code);

  private SmallCounts() {}

  /**
   * @param counts each 1 at least
   * @param least the first that is not small
   */
  static Counts withhold(Figure figure, List<Count> counts, int least) {
    var told = new ArrayList<>(counts.stream().sorted(SMALLEST_FIRST).toList());
    var withheld = 0;
    var sum = 0;
    while (!told.isEmpty()
        && (told.getFirst().requests() < least
            || withheld == 1
            || (withheld > 1 && sum - withheld + 1 < least))) {
      sum += told.removeFirst().requests();
      withheld++;
    }
    return new Counts(figure, List.copyOf(told.reversed()), sum);
  }
}
