package dev.candor.runtime.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a search: a filter, an order, a page by offset or by cursor.
 *
 * @param limit rows of a page, 1 to 10,000
 */
public record SearchRequest(
    @Nullable JsonNode filter,
    List<SortBy> sort,
    int from,
    @Nullable String after,
    @Nullable String before,
    int limit) {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 10_000;

  /** One criterion of the order. */
  public record SortBy(String field, boolean descending) {}

  /** Everything, in the order of the keys. */
  public static SearchRequest all() {
    return new SearchRequest(null, List.of(), 0, null, null, MAX_LIMIT);
  }

  /**
   * Reads the body of a search.
   *
   * @throws InvalidQuery if the contract does not allow it
   */
  public static SearchRequest read(JsonNode body) {
    onlyKnown("", body, Set.of("filter", "sort", "page"));
    JsonNode page = body.path("page");
    onlyKnown("page.", page, Set.of("from", "limit", "after", "before"));
    String after = text(page, "after");
    String before = text(page, "before");
    if ((after != null && before != null)
        || (page.hasNonNull("from") && (after != null || before != null))) {
      throw new InvalidQuery("only one of page.from, page.after and page.before can be given");
    }
    JsonNode filter = body.get("filter");
    return new SearchRequest(
        filter == null || filter.isNull() ? null : filter,
        sort(body.path("sort")),
        number(page, "from", 0, 0, Integer.MAX_VALUE),
        after,
        before,
        number(page, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
  }

  private static List<SortBy> sort(JsonNode criteria) {
    List<SortBy> sort = new ArrayList<>();
    for (JsonNode criterion : criteria) {
      onlyKnown("sort.", criterion, Set.of("field", "order"));
      String field = text(criterion, "field");
      if (field == null) {
        throw new InvalidQuery("sort.field must not be null");
      }
      String order = text(criterion, "order");
      boolean descending = "desc".equalsIgnoreCase(order);
      if (order != null && !descending && !"asc".equalsIgnoreCase(order)) {
        throw new InvalidQuery("unknown sort.order '" + order + "', use ASC or DESC");
      }
      sort.add(new SortBy(field, descending));
    }
    return sort;
  }

  private static void onlyKnown(String path, JsonNode object, Set<String> known) {
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (!known.contains(property.getKey())) {
        throw new InvalidQuery("unknown property '" + path + property.getKey() + "'");
      }
    }
  }

  private static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static int number(JsonNode page, String name, int otherwise, int least, int most) {
    JsonNode value = page.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
      throw new InvalidQuery(
          "page." + name + " must be a number from " + least + " to " + most + " but is " + value);
    }
    return value.asInt();
  }
}
