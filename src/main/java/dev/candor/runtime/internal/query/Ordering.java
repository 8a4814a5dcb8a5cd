package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of a search, with the row's own key last, and cursors: a row's place in that order. */
final class Ordering<T> implements Comparator<T> {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As the contract has it. */
  private static final int LONGEST_CURSOR = 300;

  /** A criterion of the order: the values to compare. */
  private record Criterion<T>(
      Function<T, @Nullable Comparable<?>> value, FieldType type, boolean descending) {

    int compare(@Nullable Comparable<?> left, @Nullable Comparable<?> right) {
      if (left == null || right == null) { // rows without a value come last, either way
        return Boolean.compare(left == null, right == null);
      }
      int sign = Operators.compare(left, right);
      return descending ? -sign : sign;
    }
  }

  /** A place in the order: the values a row there has, its key last. */
  record Place(List<@Nullable Comparable<?>> values) {

    @Nullable Comparable<?> first() {
      return values.getFirst();
    }
  }

  private final List<Criterion<T>> criteria = new ArrayList<>();

  Ordering(Function<T, ? extends Comparable<?>> key, FieldType keyType) {
    criteria.add(new Criterion<>(key::apply, keyType, false));
  }

  /** Adds a criterion, less important than those before it. */
  void by(Field<T> field, boolean descending) {
    criteria.add(criteria.size() - 1, new Criterion<>(field::first, field.type(), descending));
  }

  @Override
  public int compare(T left, T right) {
    for (Criterion<T> criterion : criteria) {
      int sign = criterion.compare(criterion.value.apply(left), criterion.value.apply(right));
      if (sign != 0) {
        return sign;
      }
    }
    return 0;
  }

  /** A row's place; where that is too long to say, the row's key, which leads to it. */
  String cursor(T row) {
    String place = cursor(row, criteria);
    return place.length() <= LONGEST_CURSOR ? place : cursor(row, List.of(criteria.getLast()));
  }

  private String cursor(T row, List<Criterion<T>> criteria) {
    ArrayNode place = JSON.createArrayNode();
    for (Criterion<T> criterion : criteria) {
      Comparable<?> value = criterion.value.apply(row);
      switch (value) {
        case null -> place.addNull();
        case Long number -> place.add(number);
        case Boolean flag -> place.add(flag);
        default -> place.add(value.toString());
      }
    }
    return Base64.getEncoder().encodeToString(place.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place that a cursor names.
   *
   * @param find finds a row by its key
   */
  Place place(String cursor, Function<Comparable<?>, Optional<T>> find) {
    return new Place(read(cursor, find));
  }

  /** How a row stands to a place: negative before it, positive after it. */
  int compare(T row, Place place) {
    for (int i = 0; i < criteria.size(); i++) {
      Criterion<T> criterion = criteria.get(i);
      int sign = criterion.compare(criterion.value.apply(row), place.values.get(i));
      if (sign != 0) {
        return sign;
      }
    }
    return 0;
  }

  private List<@Nullable Comparable<?>> read(
      String cursor, Function<Comparable<?>, Optional<T>> find) {
    try {
      JsonNode values = JSON.readTree(Base64.getDecoder().decode(cursor));
      if (values.size() == 1 && criteria.size() > 1) {
        return place(find.apply(criteria.getLast().type.read(values.get(0))));
      }
      if (values.size() != criteria.size()) {
        throw new InvalidQuery("the cursor belongs to a search with another order");
      }
      List<@Nullable Comparable<?>> place = new ArrayList<>();
      for (int i = 0; i < criteria.size(); i++) {
        JsonNode value = values.get(i);
        place.add(value.isNull() ? null : criteria.get(i).type.read(value));
      }
      return place;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new InvalidQuery("the cursor is not one that a search answered");
    } catch (IOException e) {
      throw new InvalidQuery("the cursor cannot be read");
    }
  }

  private List<@Nullable Comparable<?>> place(Optional<T> found) {
    T row = found.orElseThrow(() -> new InvalidQuery("the cursor stands at a row that is gone"));
    List<@Nullable Comparable<?>> place = new ArrayList<>();
    criteria.forEach(criterion -> place.add(criterion.value.apply(row)));
    return place;
  }
}
