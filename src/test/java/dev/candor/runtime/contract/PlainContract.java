package dev.candor.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Camunda's {@code rest-api.yaml} in the plain words a validator takes at their face value: no
 * references, no {@code allOf}, and objects that are closed unless the contract opens them, so that
 * a property which it does not know is a fault.
 */
final class PlainContract {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<String> FORMATS = Set.of("date-time", "int32", "int64", "base64");

  /** Where the contract contradicts Camunda, and itself: what it says instead of what it means. */
  private static final Map<String, String> MEANT =
      Map.of(
          // a number, a hyphen, a place
          "DecisionEvaluationInstanceKey", "{\"type\":\"string\",\"pattern\":\"^[0-9]+-[0-9]+$\"}",
          // a key of four kinds of things, which is no choice between four
          "ResourceKey", "{\"type\":\"string\",\"pattern\":\"^[0-9]+$\"}",
          // what a subscription waits for: any text that an expression yields, not a key
          "MessageCorrelationKey", "{\"type\":\"string\"}",
          // required in an evaluation that did not fail, and empty then
          "DecisionDefinitionId", "{\"type\":\"string\",\"maxLength\":256}");

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonNode source;
  private final ObjectNode plain;

  PlainContract() {
    source = read();
    plain = source.deepCopy();
    plain.remove("components");
    plain.remove("security");
    plain.set("paths", plain(source.get("paths")));
    plain.get("paths").forEach(path -> path.forEach(PlainContract::withoutSecurity));
  }

  private static JsonNode read() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(10_000_000);
    YAMLFactory yaml = YAMLFactory.builder().loaderOptions(options).build();
    try (InputStream contract = PlainContract.class.getResourceAsStream("/rest-api.yaml")) {
      return new ObjectMapper(yaml).readTree(contract);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void withoutSecurity(JsonNode operation) {
    if (operation instanceof ObjectNode object) {
      object.remove("security");
    }
  }

  /** The whole as JSON. */
  String text() {
    return plain.toString();
  }

  /** Every operation as "METHOD /path". */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : plain.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  /** The schema of an operation's JSON body. */
  JsonNode body(String operation) {
    return operation(operation).at("/requestBody/content/application~1json/schema");
  }

  /** Whether the contract knows this status of an operation. */
  boolean answers(String operation, int status) {
    return operation(operation).path("responses").has(Integer.toString(status));
  }

  private JsonNode operation(String operation) {
    String[] parts = operation.split(" ");
    return plain.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
  }

  private JsonNode plain(JsonNode node) {
    if (node.isArray()) {
      ArrayNode all = mapper.createArrayNode();
      node.forEach(one -> all.add(plain(one)));
      return all;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.has("$ref")) {
      return plain(referred(node.get("$ref").asText()));
    }
    ObjectNode result = mapper.createObjectNode();
    for (JsonNode part : node.path("allOf")) {
      merge(result, plain(part));
    }
    ObjectNode own = mapper.createObjectNode();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      switch (property.getKey()) {
        case "allOf", "oneOf", "discriminator" -> {
          // merged above, or chosen from below
        }
        default -> {
          if (!property.getKey().startsWith("x-")) {
            own.set(property.getKey(), plain(property.getValue()));
          }
        }
      }
    }
    merge(result, own);
    if (node.path("oneOf").isArray()) {
      choose(node, result);
    }
    return mended(result);
  }

  private JsonNode referred(String reference) {
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    if (MEANT.containsKey(name)) {
      try {
        return mapper.readTree(MEANT.get(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return source.at(reference.substring(1));
  }

  private static void merge(ObjectNode into, JsonNode part) {
    for (Map.Entry<String, JsonNode> property : part.properties()) {
      JsonNode before = into.get(property.getKey());
      JsonNode now = property.getValue();
      if (property.getKey().equals("properties") && before instanceof ObjectNode known) {
        merge(known, now);
      } else if (property.getKey().equals("required") && before instanceof ArrayNode known) {
        now.forEach(known::add);
      } else {
        into.set(property.getKey(), now);
      }
    }
  }

  /** Closed alternatives tell themselves apart; those with a discriminator must name themselves. */
  private void choose(JsonNode node, ObjectNode result) {
    ArrayNode alternatives = mapper.createArrayNode();
    JsonNode mapping = node.at("/discriminator/mapping");
    if (mapping.isMissingNode()) {
      node.get("oneOf").forEach(one -> alternatives.add(plain(one)));
    } else {
      String by = node.at("/discriminator/propertyName").asText();
      for (Map.Entry<String, JsonNode> choice : mapping.properties()) {
        ObjectNode alternative = plain(referred(choice.getValue().asText())).deepCopy();
        alternative
            .withObject("/properties/" + by)
            .put("type", "string")
            .putArray("enum")
            .add(choice.getKey());
        alternative.withArray("required").add(by);
        alternatives.add(alternative);
      }
      result.removeAll();
    }
    result.remove("type");
    result.set("anyOf", alternatives);
  }

  private static ObjectNode mended(ObjectNode schema) {
    if (schema.path("format").isTextual() && !FORMATS.contains(schema.get("format").asText())) {
      schema.remove("format");
    }
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", !schema.path("properties").isObject());
    }
    return schema;
  }
}
