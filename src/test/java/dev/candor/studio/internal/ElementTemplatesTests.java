package dev.candor.studio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.process.RetiredJobTypes;
import dev.candor.process.ServiceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * The element templates for the modeler: each worker has one, and what is drawn with nothing else
 * passes the check. That they follow the official schema is checked by the build
 * (lint-templates.mjs).
 */
class ElementTemplatesTests {

  private static final Path TEMPLATES = Path.of("processes/element-templates");
  private static final Path DRAWN = Path.of("src/test/resources/process-check/from-templates");
  private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

  @Test
  void shouldOfferEachWorker() throws IOException {
    var listeners = List.of("candor.task-", "candor.set-deadline", "candor.note-process");
    var workers =
        ServiceNames.ofThisService().jobTypes().stream()
            .filter(type -> !RetiredJobTypes.ALL.contains(type))
            .filter(type -> listeners.stream().noneMatch(type::startsWith))
            .toList();

    var offered =
        templates().stream()
            .flatMap(template -> template.path("properties").valueStream())
            .filter(
                property ->
                    property.path("binding").path("type").asText().equals("zeebe:taskDefinition")
                        && property.path("binding").path("property").asText().equals("type"))
            .map(property -> property.path("value").asText())
            .collect(Collectors.toSet());

    assertThat(offered)
        .as("Run `npm run element-templates` in src/main/frontend when a worker came or went")
        .containsExactlyInAnyOrderElementsOf(workers);
  }

  @Test
  void shouldPassTheCheckWhenDrawnWithTemplatesOnly() {
    assertThat(ServiceCheck.ofSmallSets().findings(ServiceCheck.in(DRAWN))).isEmpty();
    assertThat(elements()).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void shouldSetWhatTheTemplateSets(Drawn drawn) throws IOException {
    var template =
        templates().stream()
            .filter(known -> known.path("id").asText().equals(drawn.template()))
            .findFirst()
            .orElseThrow();

    assertThat(template.path("properties").valueStream())
        .allSatisfy(
            property -> {
              var value = drawn.valueOf(property.path("binding"));
              if (property.path("type").asText().equals("Hidden")
                  || property.path("editable").asText().equals("false")) {
                assertThat(value).isEqualTo(property.path("value").asText());
              } else if (!property.path("optional").asBoolean()) {
                assertThat(value).as(property.toString()).isNotBlank();
              }
            });
  }

  static List<Drawn> elements() {
    var definitions = Xml.read(ServiceCheck.in(DRAWN).text("from-templates.bpmn"));
    return Stream.of("serviceTask", "userTask", "boundaryEvent", "endEvent")
        .flatMap(kind -> Xml.below(definitions, kind).stream())
        .filter(element -> !element.getAttribute("id").isEmpty())
        .map(Drawn::new)
        .filter(
            drawn ->
                !(drawn.element().getLocalName().equals("endEvent") && drawn.template().isEmpty()))
        .toList();
  }

  private static List<JsonNode> templates() throws IOException {
    var all = new ArrayList<JsonNode>();
    try (var files = Files.list(TEMPLATES)) {
      for (var file : files.sorted().toList()) {
        var json = new ObjectMapper().readTree(file.toFile());
        if (json.isArray()) {
          json.forEach(all::add);
        } else {
          all.add(json);
        }
      }
    }
    return all;
  }

  /** An element that was drawn with a template. */
  record Drawn(Element element) {

    String template() {
      return element.getAttributeNS(ZEEBE, "modelerTemplate");
    }

    /** What the diagram says where the template binds; nothing when it says nothing. */
    String valueOf(JsonNode binding) {
      var property = binding.path("property").asText();
      return switch (binding.path("type").asText()) {
        case "zeebe:taskDefinition" -> attribute("taskDefinition", Map.of(), property);
        case "zeebe:formDefinition" -> attribute("formDefinition", Map.of(), property);
        case "zeebe:assignmentDefinition" -> attribute("assignmentDefinition", Map.of(), property);
        case "zeebe:taskSchedule" -> attribute("taskSchedule", Map.of(), property);
        case "zeebe:taskHeader" ->
            attribute("header", Map.of("key", binding.path("key").asText()), "value");
        case "zeebe:input" ->
            attribute("input", Map.of("target", binding.path("name").asText()), "source");
        case "zeebe:output" ->
            attribute("output", Map.of("source", binding.path("source").asText()), "target");
        case "zeebe:taskListener" -> attribute("taskListener", listener(binding), "type");
        case "zeebe:executionListener" -> attribute("executionListener", listener(binding), "type");
        case "zeebe:userTask" -> Xml.below(element, "userTask").isEmpty() ? "none" : "";
        case "bpmn:TimerEventDefinition#property" ->
            Xml.below(element, binding.path("name").asText()).getFirst().getTextContent();
        case "property" -> {
          var written = element.getAttribute(binding.path("name").asText());
          yield written.isEmpty() ? "true" : written;
        }
        default -> throw new IllegalStateException("A template binds to " + binding);
      };
    }

    private static Map<String, String> listener(JsonNode binding) {
      return Map.of(
          "eventType", binding.path("eventType").asText(),
          "retries", binding.path("retries").asText());
    }

    private String attribute(String extension, Map<String, String> where, String name) {
      return Xml.below(element, extension).stream()
          .filter(
              found ->
                  where.entrySet().stream()
                      .allMatch(pair -> found.getAttribute(pair.getKey()).equals(pair.getValue())))
          .map(found -> found.getAttribute(name))
          .collect(Collectors.joining());
    }

    @Override
    public String toString() {
      return element.getAttribute("id");
    }
  }
}
