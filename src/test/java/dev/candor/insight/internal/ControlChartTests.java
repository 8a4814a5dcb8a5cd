package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits computed by hand, and each rule once. */
class ControlChartTests {

  @Test
  void shouldPutTheLimitsByTheMeanMovingRange() {
    // ranges 2, 1, 3, 2: their mean is 2
    var chart = ControlChart.of(new double[] {10, 12, 11, 14, 12});

    assertThat(chart.mean()).isCloseTo(11.8, within(1e-9));
    assertThat(chart.upper()).isCloseTo(11.8 + 2.66 * 2, within(1e-9));
    assertThat(chart.lower()).isCloseTo(11.8 - 2.66 * 2, within(1e-9));
    assertThat(signals(chart)).containsOnly("");
  }

  @Test
  void shouldNotGoBelowZero() {
    assertThat(ControlChart.of(new double[] {1, 9, 2, 8}).lower()).isZero();
  }

  @Test
  void shouldMarkWhatIsBeyondTheLimit() {
    var chart = ControlChart.of(new double[] {10, 11, 10, 11, 10, 40, 10, 11, 10, 11, 10});

    assertThat(signals(chart).get(5)).isEqualTo("Beyond the limit");
    assertThat(signals(chart)).filteredOn(signal -> !signal.isEmpty()).hasSize(1);
  }

  @Test
  void shouldMarkTheEighthInARowOnOneSide() {
    var chart =
        ControlChart.of(new double[] {8, 12, 8, 12, 4, 16, 11, 12, 11, 12, 11, 12, 11, 7, 3, 6});

    assertThat(signals(chart).subList(5, 12)).containsOnly("");
    assertThat(signals(chart).get(12)).isEqualTo("Eight on one side of the mean");
  }

  @Test
  void shouldMarkThreeOfFourNearTheLimit() {
    var chart =
        ControlChart.of(new double[] {10, 13, 10, 13, 10, 13, 17, 17, 12, 17, 10, 8, 11, 8});

    assertThat(signals(chart).get(9)).isEqualTo("Three of four near the limit");
  }

  private static List<String> signals(ControlChart chart) {
    return chart.points().stream().map(ControlChart.Point::signal).toList();
  }
}
