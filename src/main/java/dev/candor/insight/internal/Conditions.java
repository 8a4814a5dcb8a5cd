package dev.candor.insight.internal;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a case has to have, in SQL. */
final class Conditions {

  private Conditions() {}

  /**
   * {@code and c.desk = :desk}, for each that is asked for; nothing where none is.
   *
   * @param table has the dimensions as columns
   */
  static String on(String table, Map<Dimension, String> only) {
    return on(table, table + ".version", only);
  }

  /**
   * @param version the column that holds it, which may be of another table
   */
  static String on(String table, String version, Map<Dimension, String> only) {
    return only.keySet().stream()
        .sorted()
        .map(
            dimension ->
                dimension == Dimension.VERSION
                    ? " and " + version + "::text = :version"
                    : " and %s.%s = :%2$s".formatted(table, dimension.code()))
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
