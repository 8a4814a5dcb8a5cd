package dev.candor.studio.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.cases.Outcome;
import dev.candor.cases.RecommendationKind;
import dev.candor.studio.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for every form: it can be shown, its choices are values the register knows, and no
 * words it asks for reach the engine.
 */
final class FormCheck {

  /** As strict as the browser that shows the form. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String OPEN_IT = "open it in the modeler and save it again";

  /** Only codes go to the engine: what it is given is copied into logs, backups and pages. */
  private static final Set<String> CHOICES =
      Set.of("radio", "select", "checkbox", "checklist", "taglist");

  private final String file;
  private final Supplier<Set<String>> grounds;
  private final List<Finding> findings = new ArrayList<>();
  private String id;

  private FormCheck(String file, Supplier<Set<String>> grounds) {
    this.file = file;
    this.id = file.replace(".form", "");
    this.grounds = grounds;
  }

  /**
   * @param grounds codes of the grounds that a decision can rest on; asked only when needed
   */
  static FormCheck of(String file, String text, Supplier<Set<String>> grounds) {
    var check = new FormCheck(file, grounds);
    check.read(text);
    return check;
  }

  List<Finding> findings() {
    return findings;
  }

  /** The form's id; by the file's name when it cannot be read. */
  String id() {
    return id;
  }

  private void read(String text) {
    JsonNode form;
    try {
      form = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      var line = place == null ? "" : ", at line " + place.getLineNr();
      find("file", "is not JSON" + line, OPEN_IT);
      return;
    }
    if (!form.path("components").isArray() || !form.path("id").isTextual()) {
      find("file", "is no form: it has no id or no components", OPEN_IT);
      return;
    }
    id = form.path("id").asText();
    if (!file.equals(id + ".form")) {
      find(id, "is kept in " + file, "rename the file to " + id + ".form, after the form");
    }
    checkComponents(components(form).toList());
  }

  private void checkComponents(List<JsonNode> components) {
    var keys = new HashSet<String>();
    for (var component : components) {
      var key = component.path("key").asText("");
      if (key.isEmpty()) {
        continue;
      }
      if (!keys.add(key)) {
        find(key, "is the key of two components", "give one of them another key");
      }
      checkEngine(component, key);
      switch (key) {
        case "recommendation" -> checkValues(component, key, names(RecommendationKind.values()));
        case "outcome" -> checkValues(component, key, names(Outcome.values()));
        case "grounds" -> checkValues(component, key, grounds.get());
        default -> {}
      }
    }
  }

  private void checkEngine(JsonNode component, String key) {
    var given = component.path("properties").path("candor:engine").asText("").equals("true");
    if (given && !CHOICES.contains(component.path("type").asText())) {
      find(
          key,
          "gives what people write to the engine",
          "take the property candor:engine away; only choices may have it");
    }
  }

  private void checkValues(JsonNode component, String key, Set<String> known) {
    component
        .path("values")
        .valueStream()
        .map(value -> value.path("value").asText())
        .filter(value -> !known.contains(value))
        .forEach(
            value ->
                find(
                    key,
                    "offers \"%s\", which the register does not know".formatted(value),
                    "take one of " + known.stream().sorted().collect(Collectors.joining(", "))));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
  }

  private static Stream<JsonNode> components(JsonNode parent) {
    return parent
        .path("components")
        .valueStream()
        .flatMap(child -> Stream.concat(Stream.of(child), components(child)));
  }

  private void find(String element, String what, String mend) {
    findings.add(new Finding(file, element, what, mend));
  }
}
