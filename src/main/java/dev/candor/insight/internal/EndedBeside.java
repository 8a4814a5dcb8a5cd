package dev.candor.insight.internal;

import java.util.function.Function;

/** What ended in a period, and what ended in the one before. */
record EndedBeside(Ended now, Ended before) {

  static EndedBeside of(TimesQuery query, Function<TimesQuery, Ended> ended) {
    return new EndedBeside(ended.apply(query), ended.apply(query.before()));
  }
}
