package dev.candor.runtime.internal.rest;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.candor.runtime.internal.http.Json;
import dev.candor.runtime.internal.query.InvalidQuery;
import io.camunda.client.protocol.rest.SearchQueryPageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Whether a search asks only for what the contract knows: filter properties, their operators, the
 * fields to sort by. The official client's classes, which are generated from it, say what that is.
 */
final class SearchShape {

  private static final String CONTRACT = SearchQueryPageRequest.class.getPackageName();
  private static final Map<JavaType, Map<String, JavaType>> KNOWN = new ConcurrentHashMap<>();

  private SearchShape() {}

  /**
   * Checks the body of a search.
   *
   * @param query the client's class for such bodies
   * @throws InvalidQuery that names the property to blame
   */
  static void check(JsonNode body, Class<?> query) {
    check("", body, Json.MAPPER.constructType(query));
  }

  private static void check(String at, JsonNode given, JavaType type) {
    if (given.isNull()) {
      return;
    }
    if (type.isEnumType()) {
      checkConstant(at, given, type);
    } else if (type.isCollectionLikeType()) {
      checkEach(at, given, type.getContentType());
    } else if (type.getRawClass().getPackageName().equals(CONTRACT)) {
      checkObject(at, given, type);
    } else if (type.hasRawClass(String.class) && !given.isTextual() && !given.isIntegralNumber()) {
      throw new InvalidQuery(at + ": expected a string but got " + given);
    }
  }

  private static void checkObject(String at, JsonNode given, JavaType type) {
    Map<String, JavaType> known = KNOWN.computeIfAbsent(type, SearchShape::properties);
    if (!given.isObject() && known.containsKey("$eq")) {
      check(at, given, known.get("$eq"));
      return;
    }
    if (!given.isObject()) {
      throw new InvalidQuery((at.isEmpty() ? "The body" : at) + " must be an object");
    }
    for (Map.Entry<String, JsonNode> property : given.properties()) {
      String path = at.isEmpty() ? property.getKey() : at + "." + property.getKey();
      JavaType expected = known.get(property.getKey());
      if (expected == null) {
        throw new InvalidQuery("Request property [" + path + "] cannot be parsed: it is unknown");
      }
      check(path, property.getValue(), expected);
    }
  }

  private static Map<String, JavaType> properties(JavaType type) {
    return Json.MAPPER.getDeserializationConfig().introspect(type).findProperties().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                BeanPropertyDefinition::getName, BeanPropertyDefinition::getPrimaryType));
  }

  private static void checkEach(String at, JsonNode given, JavaType type) {
    if (!given.isArray()) {
      throw new InvalidQuery(at + ": expected an array but got " + given);
    }
    given.forEach(one -> check(at, one, type));
  }

  private static void checkConstant(String at, JsonNode given, JavaType type) {
    List<String> allowed =
        Arrays.stream(type.getRawClass().getEnumConstants())
            .map(constant -> Json.MAPPER.convertValue(constant, String.class))
            .toList();
    // Camunda's JavaScript SDK writes "asc", and a cluster takes it.
    String value =
        at.equals("sort.order") ? given.asText().toUpperCase(Locale.ROOT) : given.asText();
    if (!allowed.contains(value)) {
      throw new InvalidQuery("Request property [" + at + "] cannot be " + given);
    }
  }
}
