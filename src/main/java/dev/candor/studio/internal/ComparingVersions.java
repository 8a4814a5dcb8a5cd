package dev.candor.studio.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.studio.Comparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /** What they say is another element, which is told by its name. */
  private static final Map<String, String> REFERENCES =
      Map.of(
          "sourceRef", "start",
          "targetRef", "end",
          "attachedToRef", "attached to",
          "default", "default flow");

  @Override
  public List<String> inWords(String file, String before, String after) {
    var old = file.endsWith(".form") ? components(before) : elements(before);
    var now = file.endsWith(".form") ? components(after) : elements(after);
    var words = new ArrayList<String>();
    now.forEach(
        (id, part) -> {
          var was = old.get(id);
          if (was == null) {
            if (!part.isToldWithOneIn(now, old)) {
              part.asNew().ifPresent(words::add);
            }
          } else {
            changes(was, part).forEach(words::add);
          }
        });
    old.forEach(
        (id, part) -> {
          if (!now.containsKey(id) && !part.isToldWithOneIn(old, now)) {
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

  private static List<String> changes(VersionPart was, VersionPart is) {
    var keys = new TreeMap<>(was.properties());
    keys.putAll(is.properties());
    return keys.keySet().stream()
        .filter(key -> !was.property(key).equals(is.property(key)))
        .map(key -> sentence(is, key, was.shown(key), is.shown(key)))
        .toList();
  }

  private static String sentence(VersionPart part, String key, String was, String is) {
    var what =
        part.isCell() ? part.name() + ":" : part.name() + ": " + REFERENCES.getOrDefault(key, key);
    if (was.isEmpty()) {
      return "%s is now %s".formatted(what, is);
    }
    return is.isEmpty()
        ? "%s was %s and is %s".formatted(what, was, part.isCell() ? "now empty" : "gone")
        : "%s was %s and is now %s".formatted(what, was, is);
  }

  private static Map<String, VersionPart> elements(String xml) {
    var parts = new LinkedHashMap<String, VersionPart>();
    var definitions = Xml.read(xml);
    var titles = new HashMap<String, String>();
    nameAll(definitions, TablePlaces.in(definitions), titles);
    collect(definitions, titles, parts);
    return parts;
  }

  private static void nameAll(
      Element element, Map<String, String> places, Map<String, String> titles) {
    var id = element.getAttribute("id");
    if (!id.isEmpty()) {
      titles.put(id, places.getOrDefault(id, titleOf(element)));
    }
    Xml.children(element).forEach(child -> nameAll(child, places, titles));
  }

  private static void collect(
      Element element, Map<String, String> titles, Map<String, VersionPart> parts) {
    if (DRAWING.contains(element.getLocalName())) {
      return;
    }
    var id = element.getAttribute("id");
    if (!id.isEmpty() && !UNTOLD.contains(element.getLocalName())) {
      var properties = new TreeMap<String, String>();
      describe("", element, properties);
      var whole = wholeOf(element);
      var title = titles.get(whole == null ? id : whole);
      parts.put(
          id,
          new VersionPart(
              element.getLocalName(), title, properties, named(properties, titles), whole));
    }
    Xml.children(element).forEach(child -> collect(child, titles, parts));
  }

  private static Map<String, String> named(
      Map<String, String> properties, Map<String, String> titles) {
    var named = new HashMap<String, String>();
    for (var key : REFERENCES.keySet()) {
      var title = titles.get(properties.getOrDefault(key, "").replace("\"", ""));
      if (title != null) {
        named.put(key, "\"%s\"".formatted(title));
      }
    }
    return named;
  }

  /** The event that an event definition makes a clock, a message or the like. */
  private static @Nullable String wholeOf(Element element) {
    return element.getLocalName().endsWith("EventDefinition")
            && element.getParentNode() instanceof Element event
        ? event.getAttribute("id")
        : null;
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
    return text.getParentNode() instanceof Element parent
        && VersionPart.CELLS.contains(parent.getLocalName());
  }

  private static String joined(String one, String other) {
    return one + ", " + other;
  }

  private static String titleOf(Element element) {
    var name = element.getAttribute("name");
    var label = name.isEmpty() ? element.getAttribute("label") : name;
    return label.isEmpty() ? element.getAttribute("id") : label.replaceAll("\\s+", " ").strip();
  }

  private static Map<String, VersionPart> components(String form) {
    var parts = new LinkedHashMap<String, VersionPart>();
    try {
      collect(JSON.readTree(form), parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A deployed form is JSON", e);
    }
    return parts;
  }

  private static void collect(JsonNode parent, Map<String, VersionPart> parts) {
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
      parts.put(
          id, new VersionPart(component.path("type").asText(), title, properties, Map.of(), null));
      collect(component, parts);
    }
  }
}
