package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operators of the contract's filter properties: {@code $eq}, {@code $in}, {@code $like}, … */
final class Operators {

  private Operators() {}

  /** All operators of one filter property, each of which has to pass. */
  record Test(
      List<Predicate<Collection<? extends Comparable<?>>>> all,
      @Nullable Set<Comparable<?>> oneOf,
      Range within) {

    boolean passes(Collection<? extends Comparable<?>> values) {
      for (Predicate<Collection<? extends Comparable<?>>> one : all) {
        if (!one.test(values)) {
          return false;
        }
      }
      return true;
    }
  }

  /** A plain value means {@code $eq}; a plain array means "has all of these". */
  static Test read(FieldType type, JsonNode operand) {
    if (operand.isArray()) {
      Set<Comparable<?>> wanted = readAll(type, operand);
      return new Test(List.of(values -> values.containsAll(wanted)), null, Range.ALL);
    }
    if (!operand.isObject()) {
      Comparable<?> wanted = type.read(operand);
      return new Test(List.of(values -> values.contains(wanted)), Set.of(wanted), Range.ALL);
    }
    List<Predicate<Collection<? extends Comparable<?>>>> all = new ArrayList<>();
    Set<Comparable<?>> oneOf = null;
    Range within = Range.ALL;
    for (Map.Entry<String, JsonNode> operator : operand.properties()) {
      JsonNode value = operator.getValue();
      if (value.isNull() || (value.isArray() && value.isEmpty())) {
        continue; // the official client sends empty arrays for what was not set
      }
      all.add(one(type, operator.getKey(), value));
      oneOf =
          switch (operator.getKey()) {
            case "$eq" -> Set.of(type.read(value));
            case "$in" -> readAll(type, value);
            default -> oneOf;
          };
      within =
          switch (operator.getKey()) {
            case "$gt", "$gte" -> within.and(Range.from(type.read(value)));
            case "$lt", "$lte" -> within.and(Range.upTo(type.read(value)));
            default -> within;
          };
    }
    return new Test(all, oneOf, within);
  }

  private static Predicate<Collection<? extends Comparable<?>>> one(
      FieldType type, String operator, JsonNode operand) {
    return switch (operator) {
      case "$eq" -> any(type.read(operand)::equals);
      case "$neq" -> any(type.read(operand)::equals).negate();
      case "$in" -> any(readAll(type, operand)::contains);
      case "$notIn" -> any(readAll(type, operand)::contains).negate();
      case "$exists" -> {
        Object wanted = FieldType.FLAG.read(operand);
        yield values -> wanted.equals(!values.isEmpty());
      }
      case "$gt" -> compared(type, operand, sign -> sign > 0);
      case "$gte" -> compared(type, operand, sign -> sign >= 0);
      case "$lt" -> compared(type, operand, sign -> sign < 0);
      case "$lte" -> compared(type, operand, sign -> sign <= 0);
      case "$like" -> any(like(operand.asText()).asMatchPredicate()::test);
      default -> throw new InvalidQuery("unknown filter operator '" + operator + "'");
    };
  }

  private static <V> Predicate<Collection<? extends Comparable<?>>> any(Predicate<V> test) {
    return values -> {
      for (Comparable<?> value : values) {
        if (test.test(unchecked(value))) {
          return true;
        }
      }
      return false;
    };
  }

  private static Predicate<Collection<? extends Comparable<?>>> compared(
      FieldType type, JsonNode operand, IntPredicate sign) {
    Comparable<?> bound = type.read(operand);
    return any((Comparable<?> value) -> sign.test(compare(value, bound)));
  }

  static int compare(Comparable<?> left, Comparable<?> right) {
    return Operators.<Comparable<Object>>unchecked(left).compareTo(right);
  }

  @SuppressWarnings("unchecked") // a field's values and operands have one type, its FieldType's
  private static <V> V unchecked(Object value) {
    return (V) value;
  }

  private static Set<Comparable<?>> readAll(FieldType type, JsonNode operands) {
    if (!operands.isArray()) {
      throw new InvalidQuery("expected an array but got " + operands);
    }
    Set<Comparable<?>> values = new HashSet<>();
    operands.forEach(operand -> values.add(type.read(operand)));
    return values;
  }

  /** {@code *} stands for any text, {@code ?} for one character, a backslash takes that away. */
  private static Pattern like(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        regex.append(Pattern.quote(String.valueOf(text.charAt(++i))));
      } else if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
