package dev.candor.insight.internal;

import java.util.function.Function;
import java.util.function.IntConsumer;

/** The finished cases that a query chooses, in the order in which they ended. */
final class Chosen {

  private final FinishedCases cases;
  private final TimesQuery query;
  private final int from;
  private final int to;
  private final Dimension[] dimensions;
  private final short[] codes;

  private Chosen(FinishedCases cases, TimesQuery query, Dimension[] dimensions, short[] codes) {
    this.cases = cases;
    this.query = query;
    this.from = cases.from(query.from());
    this.to = cases.from(query.to());
    this.dimensions = dimensions;
    this.codes = codes;
  }

  static Chosen of(FinishedCases cases, TimesQuery query, Function<Dimension, Codes> known) {
    var dimensions = query.only().keySet().toArray(Dimension[]::new);
    var codes = new short[dimensions.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = known.apply(dimensions[i]).find(query.only().get(dimensions[i]));
    }
    return new Chosen(cases, query, dimensions, codes);
  }

  void each(IntConsumer work) {
    for (int at = from; at < to; at++) {
      if (isChosen(at)) {
        work.accept(at);
      }
    }
  }

  /** Those that ended before the period, or in it, or after it: for what is counted up. */
  void eachOfAll(IntConsumer work) {
    for (int at = 0; at < cases.size(); at++) {
      if (isChosen(at)) {
        work.accept(at);
      }
    }
  }

  Sample sample() {
    var sample = new Sample();
    each(at -> add(sample, at));
    return sample;
  }

  /** A sample for each value of the dimension. */
  Sample[] by(Dimension dimension, int values) {
    var samples = new Sample[values];
    each(
        at -> {
          short code = cases.code(dimension, at);
          if (samples[code] == null) {
            samples[code] = new Sample();
          }
          add(samples[code], at);
        });
    return samples;
  }

  int seconds(int at) {
    return cases.seconds(query.working(), at);
  }

  private void add(Sample sample, int at) {
    sample.add(
        cases.forUs(query.working(), at),
        cases.inHand(query.working(), at),
        cases.forThem(query.working(), at));
  }

  private boolean isChosen(int at) {
    for (int i = 0; i < codes.length; i++) {
      if (cases.code(dimensions[i], at) != codes[i]) {
        return false;
      }
    }
    return true;
  }
}
