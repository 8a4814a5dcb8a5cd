package dev.candor.insight.internal;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a case has to have, in SQL. */
final class Conditions {

  /** One that is over and was not decided was withdrawn, or lapsed. */
  static final String OUTCOME_OF_CASE =
      "coalesce(c.outcome, case when c.over_at is not null then 'WITHDRAWN' end)";

  private Conditions() {}

  /** Of finished cases, {@code insight_time t}: when they ended, and {@code t.desk = :desk}. */
  static String ofFinished(TimesQuery query) {
    return "t.ended_at >= :from and t.ended_at < :to"
        + sql(
            query.only(),
            dimension ->
                dimension == Dimension.VERSION ? "t.version::text" : "t." + dimension.code());
  }

  /**
   * Of {@code insight_case c}, by the values that it has as a finished one: {@code and} and each
   * that is asked for; nothing where none is.
   *
   * @param version of what is asked for, as a number; null where it is not known
   */
  static String ofCases(String version, Map<Dimension, String> only) {
    return sql(only, dimension -> ofCase(dimension, version));
  }

  /** The values that {@code insight_case c} is chosen by, each as a column of that name. */
  static String columns(Set<Dimension> dimensions) {
    return dimensions.stream()
        .map(dimension -> ofCase(dimension, "null") + " as " + dimension.code())
        .collect(Collectors.joining(", "));
  }

  private static String ofCase(Dimension dimension, String version) {
    return switch (dimension) {
      case VERSION -> "coalesce(%s, 0)::text".formatted(version);
      case OUTCOME -> OUTCOME_OF_CASE;
      case DESK, TYPE, SEVERITY, CHANNEL ->
          "coalesce(c.%s, '%s')".formatted(dimension.code(), dimension.none());
    };
  }

  private static String sql(Map<Dimension, String> only, Function<Dimension, String> column) {
    return only.keySet().stream()
        .sorted()
        .map(dimension -> " and %s = :%s".formatted(column.apply(dimension), dimension.code()))
        .collect(Collectors.joining());
  }

  /** Gives them their values, and the period its begin and end. */
  static StatementSpec bind(StatementSpec statement, TimesQuery query) {
    return bind(statement, query.only())
        .param("from", query.from().atOffset(ZoneOffset.UTC))
        .param("to", query.to().atOffset(ZoneOffset.UTC));
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
