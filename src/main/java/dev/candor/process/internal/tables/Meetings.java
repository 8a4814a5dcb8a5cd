package dev.candor.process.internal.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which rows fit together: every set of rows that some input meets, each with one such input in
 * words. Points of a column that the same rows fit count as one, and a column is gone through once
 * for each set of rows that is still possible, so the work grows with the table, not with the
 * product of its columns.
 */
final class Meetings {

  private final List<String> names;
  private final List<Map<BitSet, Object>> columns;
  private final Map<BitSet, String> found = new LinkedHashMap<>();
  private final Set<Place> seen = new HashSet<>();

  private Meetings(List<String> names, List<Map<BitSet, Object>> columns) {
    this.names = names;
    this.columns = columns;
  }

  /**
   * @param points of each column; null among them is a fact nobody knows
   * @param conditions of each row, one for each column
   */
  static Map<BitSet, String> of(
      List<String> names,
      List<List<@Nullable Object>> points,
      List<List<Feel.Condition>> conditions) {
    var columns = new ArrayList<Map<BitSet, Object>>();
    for (var column = 0; column < names.size(); column++) {
      columns.add(pointsByRows(column, points.get(column), conditions));
    }
    var meetings = new Meetings(names, columns);
    var all = new BitSet();
    all.set(0, conditions.size());
    meetings.goOn(0, all, List.of());
    return meetings.found;
  }

  private static Map<BitSet, Object> pointsByRows(
      int column, List<@Nullable Object> points, List<List<Feel.Condition>> conditions) {
    var byRows = new LinkedHashMap<BitSet, Object>();
    for (var point : points) {
      var rows = new BitSet();
      for (var row = 0; row < conditions.size(); row++) {
        rows.set(row, conditions.get(row).get(column).fits(point));
      }
      byRows.putIfAbsent(rows, Points.words(point));
    }
    return byRows;
  }

  private void goOn(int column, BitSet rows, List<String> input) {
    if (!seen.add(new Place(column, rows))) {
      return;
    }
    if (column == columns.size() || rows.isEmpty()) {
      found.putIfAbsent(rows, inWords(input));
      return;
    }
    columns
        .get(column)
        .forEach(
            (fitting, point) -> {
              var left = (BitSet) rows.clone();
              left.and(fitting);
              var further = new ArrayList<>(input);
              further.add(point.toString());
              goOn(column + 1, left, further);
            });
  }

  private String inWords(List<String> input) {
    var words = new StringJoiner(", ");
    for (var column = 0; column < input.size(); column++) {
      words.add(names.get(column) + " is " + input.get(column));
    }
    return words.toString();
  }

  private record Place(int column, BitSet rows) {}
}
