package dev.candor.insight.internal;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a case has to have, in SQL. */
final class Conditions {

  /** One that is over and was not decided was withdrawn, or lapsed. */
  static final String OUTCOME_OF_CASE =
      "coalesce(c.outcome, case when c.over_at is not null then 'WITHDRAWN' end)";

  private Conditions() {}

  /**
   * Of finished cases, {@code insight_time t}: {@code and t.desk = :desk}, for each that is asked
   * for; nothing where none is.
   */
  static String ofFinished(Map<Dimension, String> only) {
    return sql(
        only,
        dimension -> dimension == Dimension.VERSION ? "t.version::text" : "t." + dimension.code());
  }

  /**
   * Of {@code insight_case c}, by the values that it has as a finished one.
   *
   * @param version of what is asked for, as a number; null where it is not known
   */
  static String ofCases(String version, Map<Dimension, String> only) {
    return sql(
        only,
        dimension ->
            switch (dimension) {
              case VERSION -> "coalesce(%s, 0)::text".formatted(version);
              case OUTCOME -> OUTCOME_OF_CASE;
              case DESK, TYPE, SEVERITY, CHANNEL ->
                  "coalesce(c.%s, '%s')".formatted(dimension.code(), dimension.none());
            });
  }

  private static String sql(Map<Dimension, String> only, Function<Dimension, String> column) {
    return only.keySet().stream()
        .sorted()
        .map(dimension -> " and %s = :%s".formatted(column.apply(dimension), dimension.code()))
        .collect(Collectors.joining());
  }

  /** Gives them their values. */
  static StatementSpec bind(StatementSpec statement, Map<Dimension, String> only) {
    var bound = statement;
    for (var each : only.entrySet()) {
      bound = bound.param(each.getKey().code(), each.getValue());
    }
    return bound;
  }
}
