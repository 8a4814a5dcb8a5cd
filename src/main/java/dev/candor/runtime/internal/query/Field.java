package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A named value of a row, by which rows are filtered and sorted. */
public final class Field<T> implements Condition<T> {

  private final String name;
  private final FieldType type;
  private final Function<? super T, ? extends @Nullable Object> value;

  private Field(
      String name, FieldType type, Function<? super T, ? extends @Nullable Object> value) {
    this.name = name;
    this.type = type;
    this.value = value;
  }

  /**
   * A field computed from a row.
   *
   * @param value answers one value, a collection of values, or null
   */
  public static <T> Field<T> computed(
      String name, Class<?> type, Function<? super T, ? extends @Nullable Object> value) {
    return new Field<>(name, FieldType.of(type), value);
  }

  static <T> Field<T> of(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Field<>(
        component.getName(), FieldType.of(component.getType()), row -> read(accessor, row));
  }

  private static @Nullable Object read(Method accessor, Object row) {
    try {
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a row's component cannot be read: " + accessor, e);
    }
  }

  String name() {
    return name;
  }

  FieldType type() {
    return type;
  }

  /** The row's values: none, one, or as many as its collection holds. */
  Collection<? extends Comparable<?>> values(T row) {
    Object found = value.apply(row);
    return switch (found) {
      case null -> Set.of();
      case Collection<?> many -> many.stream().<Comparable<?>>map(FieldType::comparable).toList();
      default -> List.of(FieldType.comparable(found));
    };
  }

  /** The value that sorts the row, or null. */
  @Nullable Comparable<?> first(T row) {
    Object found = value.apply(row);
    return switch (found) {
      case null -> null;
      case Collection<?> many ->
          many.isEmpty() ? null : FieldType.comparable(many.iterator().next());
      default -> FieldType.comparable(found);
    };
  }

  @Override
  public Match<T> read(JsonNode operand) {
    Operators.Test test = Operators.read(type, operand);
    return new Match<>(row -> test.passes(values(row)), test.oneOf());
  }
}
