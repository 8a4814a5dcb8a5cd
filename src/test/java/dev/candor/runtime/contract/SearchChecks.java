package dev.candor.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;

/**
 * All that the contract lets one search ask: each filter property with each of its operators, each
 * sort field both ways, both kinds of pages; and some of what it does not.
 */
final class SearchChecks {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final List<String> WRONG =
      List.of(
          "{'filter':{'colour':'red'}}",
          "{'filter':7}",
          "{'sort':[{'field':'colour'}]}",
          "{'sort':[{'order':'ASC'}]}",
          "{'page':{'limit':0}}",
          "{'page':{'from':-1}}",
          "{'page':{'from':1,'after':'W10='}}",
          "{'page':{'after':'not a cursor'}}",
          "{'colour':'red'}");

  private final CheckedApi api;
  private final String operation;
  private final Object[] parameters;
  private final JsonNode schema;
  private final List<JsonNode> all;

  SearchChecks(CheckedApi api, String operation, Object... parameters) {
    this.api = api;
    this.operation = operation;
    this.parameters = parameters;
    schema = api.contract().body(operation);
    all = items(search("{'page':{'limit':10000}}"));
    assertThat(all).as("rows for %s to search among", operation).hasSizeGreaterThan(1);
  }

  /** Goes through all of it, and tells of every fault at once. */
  void run() {
    SoftAssertions.assertSoftly(this::check);
  }

  private void check(SoftAssertions faults) {
    JsonNode filters = schema.at("/properties/filter/properties");
    for (Map.Entry<String, JsonNode> property : filters.properties()) {
      faults.check(() -> filter(property.getKey(), property.getValue()));
    }
    JsonNode fields = schema.at("/properties/sort/items/properties/field/enum");
    assertThat(fields).isNotEmpty();
    for (JsonNode field : fields) {
      faults.check(() -> sort(field.asText(), false));
      faults.check(() -> sort(field.asText(), true));
    }
    faults.check(() -> page(fields.get(0).asText()));
    WRONG.forEach(body -> faults.check(() -> refused(parse(body))));
  }

  private void filter(String name, JsonNode property) {
    if (property.path("type").asText().equals("array")) {
      filterByMany(name, property.get("items"));
    } else {
      filterByOne(name, property);
    }
  }

  private void filterByOne(String name, JsonNode property) {
    JsonNode value = value(name, property);
    expect(name, value, "$eq", value);
    for (String operator : operators(property)) {
      JsonNode operand = Operators.operand(operator, value);
      expect(name, JSON.objectNode().set(operator, operand), operator, value);
    }
    refused(body("filter", JSON.objectNode().set(name, JSON.objectNode().put("$regex", "x"))));
  }

  /** What a row shows of the property decides; where it shows nothing, any answer is right. */
  private void expect(String name, JsonNode operand, String operator, JsonNode value) {
    JsonNode body = body("filter", JSON.objectNode().set(name, operand));
    List<JsonNode> found = items(api.ok(operation, body, parameters));
    if (all.stream().anyMatch(item -> item.has(name))) {
      Predicate<JsonNode> passes = item -> Operators.passes(item.path(name), operator, value);
      assertThat(found)
          .as("%s with %s", operation, body)
          .containsExactlyElementsOf(all.stream().filter(passes).toList());
    }
  }

  private void filterByMany(String name, JsonNode item) {
    ArrayNode operand = JSON.arrayNode();
    if (item.path("type").asText().equals("object")) {
      operand.add(variable(item));
    } else {
      operand.add(value(name, item));
    }
    api.ok(operation, body("filter", JSON.objectNode().set(name, operand)), parameters);
  }

  /** A variable to look for, or for {@code $or} an alternative that names one property. */
  private JsonNode variable(JsonNode item) {
    if (item.at("/properties/value").isMissingNode()) {
      return JSON.objectNode().put("hasIncident", true);
    }
    return JSON.objectNode().put("name", "amount").put("value", "7");
  }

  private void sort(String field, boolean descending) {
    ObjectNode criterion =
        JSON.objectNode().put("field", field).put("order", descending ? "DESC" : "ASC");
    List<JsonNode> sorted =
        items(api.ok(operation, body("sort", JSON.arrayNode().add(criterion)), parameters));
    assertThat(sorted).containsExactlyInAnyOrderElementsOf(all);
    List<JsonNode> values = sorted.stream().map(item -> item.path(field)).toList();
    assertThat(values.stream().filter(Operators::isThere).toList())
        .as("%s by %s", operation, criterion)
        .isSortedAccordingTo(
            (left, right) ->
                descending ? Operators.compare(right, left) : Operators.compare(left, right));
    assertThat(values.stream().map(Operators::isThere).toList())
        .as("rows without %s come last", field)
        .isSortedAccordingTo((left, right) -> Boolean.compare(right, left));
  }

  private void page(String field) {
    String order = "'sort':[{'field':'" + field + "','order':'DESC'}]";
    List<JsonNode> whole = items(search("{" + order + ",'page':{'limit':10000}}"));
    int limit = whole.size() / 3 + 1;
    List<JsonNode> read = new ArrayList<>();
    JsonNode page = search("{" + order + ",'page':{'limit':" + limit + "}}");
    JsonNode before = page;
    while (!items(page).isEmpty()) {
      assertThat(page.at("/page/totalItems").asInt()).isEqualTo(whole.size());
      assertThat(page.at("/page/hasMoreTotalItems").asBoolean()).isFalse();
      read.addAll(items(page));
      before = page;
      page = search(order, "after", page.at("/page/endCursor").asText(), limit);
    }
    assertThat(read).as("%s, page by page", operation).isEqualTo(whole);

    JsonNode back = search(order, "before", before.at("/page/startCursor").asText(), limit);
    int end = whole.size() - items(before).size();
    assertThat(items(back)).isEqualTo(whole.subList(Math.max(0, end - limit), end));
    assertThat(items(search("{" + order + ",'page':{'from':1,'limit':1}}")))
        .isEqualTo(whole.subList(1, 2));
  }

  private void refused(JsonNode body) {
    api.refused(400, operation, body, parameters);
  }

  private JsonNode search(String order, String direction, String cursor, int limit) {
    return search("{%s,'page':{'%s':'%s','limit':%d}}".formatted(order, direction, cursor, limit));
  }

  private JsonNode search(String body) {
    return api.ok(operation, parse(body), parameters);
  }

  /** A value that a row has, so that something is found; else one of the right kind. */
  private JsonNode value(String name, JsonNode property) {
    List<JsonNode> values =
        all.stream()
            .map(item -> item.path(name))
            .map(has -> has.isArray() && !has.isEmpty() ? has.get(0) : has)
            .filter(has -> has.isValueNode() && !has.isNull())
            .sorted(Operators::compare)
            .toList();
    return values.isEmpty() ? anyOf(plain(property)) : values.get(values.size() / 2);
  }

  private static JsonNode anyOf(JsonNode type) {
    if (type.has("enum")) {
      return type.get("enum").get(0);
    }
    return switch (type.path("type").asText()) {
      case "integer" -> JSON.numberNode(1);
      case "boolean" -> JSON.booleanNode(true);
      default ->
          JSON.textNode(
              type.path("format").asText().equals("date-time") ? "2026-01-02T03:04:05Z" : "1");
    };
  }

  private static JsonNode plain(JsonNode property) {
    return property.has("anyOf") ? property.get("anyOf").get(0) : property;
  }

  private static List<String> operators(JsonNode property) {
    return StreamSupport.stream(property.path("anyOf").spliterator(), false)
        .map(alternative -> alternative.path("properties"))
        .flatMap(properties -> properties.properties().stream())
        .map(Map.Entry::getKey)
        .filter(key -> key.startsWith("$"))
        .toList();
  }

  private static JsonNode body(String part, JsonNode content) {
    return JSON.objectNode()
        .<ObjectNode>set(part, content)
        .set("page", JSON.objectNode().put("limit", 10_000));
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json.replace('\'', '"'));
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<JsonNode> items(JsonNode answer) {
    return StreamSupport.stream(answer.get("items").spliterator(), false)
        .filter(Objects::nonNull)
        .toList();
  }
}
