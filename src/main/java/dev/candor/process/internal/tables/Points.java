package dev.candor.process.internal.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand for all values of a column: each one that is named, one that is not, both truth
 * values, each number that is named and one from each interval between, below and above them.
 */
final class Points {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?");
  private static final String ANOTHER = "anything else";

  private Points() {}

  /** The texts that FEEL names. */
  static List<String> textsIn(String feel) {
    return TEXT.matcher(feel).results().map(match -> match.group(1)).toList();
  }

  /**
   * @return none when values of the column's type cannot be listed
   */
  static List<Object> of(Table.Column column, Collection<String> cells) {
    return switch (column.type()) {
      case "string" -> texts(column, cells);
      case "boolean" -> List.of(true, false);
      case "number" -> numbers(cells);
      default -> List.of();
    };
  }

  /** As a person reads it in a finding. */
  static String words(@Nullable Object point) {
    return point == null ? "not known" : point.toString();
  }

  private static List<Object> texts(Table.Column column, Collection<String> cells) {
    var declared = textsIn(column.values());
    return declared.isEmpty()
        ? Stream.concat(cells.stream().flatMap(cell -> textsIn(cell).stream()), Stream.of(ANOTHER))
            .distinct()
            .map(Object.class::cast)
            .toList()
        : List.copyOf(declared);
  }

  private static List<Object> numbers(Collection<String> cells) {
    var named = new TreeSet<BigDecimal>();
    for (var cell : cells) {
      NUMBER
          .matcher(cell)
          .results()
          .map(match -> new BigDecimal(match.group()))
          .forEach(named::add);
    }
    if (named.isEmpty()) {
      return List.of(BigDecimal.ZERO);
    }
    var points = new ArrayList<Object>();
    points.add(named.first().subtract(BigDecimal.ONE));
    for (var number : named) {
      points.add(number);
      var next = named.higher(number);
      points.add(
          next == null
              ? number.add(BigDecimal.ONE)
              : number.add(next).divide(BigDecimal.valueOf(2)));
    }
    return points;
  }
}
