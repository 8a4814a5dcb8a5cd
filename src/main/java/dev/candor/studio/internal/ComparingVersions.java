package dev.candor.studio.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.studio.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Elements of both versions are the same when they have the same id; a form's, the same key. */
@Component
class ComparingVersions implements Comparison {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is drawn, not what is done. */
  private static final Set<String> DRAWING = Set.of("BPMNDiagram", "DMNDI");

  /** They are told with the elements they connect or belong to. */
  private static final Set<String> UNTOLD = Set.of("definitions", "incoming", "outgoing");

  private static final Set<String> CELLS = Set.of("inputEntry", "outputEntry");

  @Override
  public List<String> inWords(String file, String before, String after) {
    var old = file.endsWith(".form") ? components(before) : elements(before);
    var now = file.endsWith(".form") ? components(after) : elements(after);
    var words = new ArrayList<String>();
    now.forEach(
        (id, part) -> {
          var was = old.get(id);
          if (was == null) {
            part.asNew().ifPresent(words::add);
          } else {
            changes(was, part).forEach(words::add);
          }
        });
    old.forEach(
        (id, part) -> {
          if (!now.containsKey(id)) {
            part.asGone().ifPresent(words::add);
          }
        });
    return words;
  }

  @Override
  public Map<String, String> names(String diagram) {
    var names = new LinkedHashMap<String, String>();
    elements(diagram)
        .forEach(
            (id, part) -> {
              if (!part.kind().equals("process")) {
                names.put(id, part.title());
              }
            });
    return names;
  }

  private static List<String> changes(Part was, Part is) {
    var keys = new TreeMap<>(was.properties());
    keys.putAll(is.properties());
    return keys.keySet().stream()
        .filter(key -> !was.property(key).equals(is.property(key)))
        .map(key -> sentence(is, key, was.property(key), is.property(key)))
        .toList();
  }

  private static String sentence(Part part, String key, String was, String is) {
    var what = part.isCell() ? part.name() + ":" : part.name() + ": " + key;
    if (was.isEmpty()) {
      return "%s is now %s".formatted(what, is);
    }
    return is.isEmpty()
        ? "%s was %s and is %s".formatted(what, was, part.isCell() ? "now empty" : "gone")
        : "%s was %s and is now %s".formatted(what, was, is);
  }

  private static Map<String, Part> elements(String xml) {
    var parts = new LinkedHashMap<String, Part>();
    var definitions = Xml.read(xml);
    collect(definitions, TablePlaces.in(definitions), parts);
    return parts;
  }

  private static void collect(
      Element element, Map<String, String> places, Map<String, Part> parts) {
    if (DRAWING.contains(element.getLocalName())) {
      return;
    }
    var id = element.getAttribute("id");
    if (!id.isEmpty() && !UNTOLD.contains(element.getLocalName())) {
      var properties = new TreeMap<String, String>();
      describe("", element, properties);
      var title = places.getOrDefault(id, titleOf(element));
      parts.put(id, new Part(element.getLocalName(), title, properties));
    }
    Xml.children(element).forEach(child -> collect(child, places, parts));
  }

  /** Attributes and texts, down to the next element with an id. */
  private static void describe(String path, Element element, Map<String, String> properties) {
    var attributes = element.getAttributes();
    for (var i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      var name = attribute.getNodeName();
      if (!name.equals("id") && !name.startsWith("xmlns") && !name.startsWith("biodi:")) {
        properties.merge(
            path + name, "\"" + attribute.getNodeValue() + "\"", ComparingVersions::joined);
      }
    }
    var children = Xml.children(element);
    var text = element.getTextContent().replaceAll("\\s+", " ").strip();
    if (children.isEmpty() && !text.isEmpty()) {
      var key = path.isEmpty() ? element.getLocalName() : path.strip();
      properties.merge(key, inCell(element) ? text : "\"" + text + "\"", ComparingVersions::joined);
    }
    for (var child : children) {
      if (child.getAttribute("id").isEmpty() && !UNTOLD.contains(child.getLocalName())) {
        var wrapper =
            child.getLocalName().equals("extensionElements") || child.getLocalName().equals("text");
        describe(wrapper ? path : path + child.getLocalName() + " ", child, properties);
      }
    }
  }

  /** What is written there has its own quotes. */
  private static boolean inCell(Element text) {
    return text.getParentNode() instanceof Element parent && CELLS.contains(parent.getLocalName());
  }

  private static String joined(String one, String other) {
    return one + ", " + other;
  }

  private static String titleOf(Element element) {
    var name = element.getAttribute("name");
    var label = name.isEmpty() ? element.getAttribute("label") : name;
    return label.isEmpty() ? element.getAttribute("id") : label.replaceAll("\\s+", " ").strip();
  }

  private static Map<String, Part> components(String form) {
    var parts = new LinkedHashMap<String, Part>();
    try {
      collect(JSON.readTree(form), parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A deployed form is JSON", e);
    }
    return parts;
  }

  private static void collect(JsonNode parent, Map<String, Part> parts) {
    for (var component : parent.path("components")) {
      var properties = new TreeMap<String, String>();
      component
          .properties()
          .forEach(
              field -> {
                if (!Set.of("id", "components", "layout").contains(field.getKey())) {
                  properties.put(field.getKey(), field.getValue().toString());
                }
              });
      var id = component.path("id").asText();
      var title =
          Stream.of("label", "key", "id")
              .map(key -> component.path(key).asText(""))
              .filter(text -> !text.isEmpty())
              .findFirst()
              .orElse("");
      parts.put(id, new Part(component.path("type").asText(), title, properties));
      collect(component, parts);
    }
  }

  /** Something with an id. */
  private record Part(String kind, String title, Map<String, String> properties) {

    String name() {
      return isCell() || isRow() ? title : "\"%s\" (%s)".formatted(title, spaced(kind));
    }

    boolean isCell() {
      return CELLS.contains(kind);
    }

    /** A row of a table that is new is one sentence, not one for each of its cells. */
    Optional<String> asNew() {
      return isCell() ? Optional.empty() : Optional.of(name() + " is new");
    }

    Optional<String> asGone() {
      return isCell() ? Optional.empty() : Optional.of(name() + " is gone");
    }

    private boolean isRow() {
      return kind.equals("rule");
    }

    String property(String key) {
      return properties.getOrDefault(key, "");
    }

    private static String spaced(String kind) {
      return kind.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
  }
}
