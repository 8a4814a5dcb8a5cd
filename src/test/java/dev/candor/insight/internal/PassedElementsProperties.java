package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.insight.internal.PassedElements.Counts;
import dev.candor.insight.internal.PassedElements.Passed;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Passes through one element, against counting them case by case. */
class PassedElementsProperties {

  record OnePass(long number, int forUs, int all, boolean isCutOff) {}

  @Property(tries = 300)
  void shouldCountCasesOnceAndThoseThatCameAgain(@ForAll("passes") List<OnePass> passes) {
    var counts = new Counts(true);
    passes.forEach(each -> counts.add(each.number(), each.forUs(), each.all(), each.isCutOff()));

    var often =
        passes.stream().collect(Collectors.groupingBy(OnePass::number, Collectors.counting()));
    assertThat(counts.passed())
        .isEqualTo(
            new Passed(
                passes.size(),
                often.size(),
                (int) often.values().stream().filter(times -> times > 1).count(),
                (int) passes.stream().filter(OnePass::isCutOff).count(),
                median(passes, OnePass::all),
                median(passes, OnePass::forUs)));
  }

  /** As the database has it: the first with half of those that were timed at or below it. */
  private static int median(List<OnePass> passes, ToIntFunction<OnePass> seconds) {
    var timed =
        passes.stream().filter(each -> each.forUs() >= 0).mapToInt(seconds).sorted().toArray();
    return timed.length == 0 ? 0 : timed[(timed.length - 1) / 2];
  }

  @Provide
  Arbitrary<List<OnePass>> passes() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 20),
            Arbitraries.integers().between(-1, 9),
            Arbitraries.integers().between(9, 30),
            Arbitraries.of(true, false))
        .as(OnePass::new)
        .list()
        .ofMaxSize(60);
  }
}
