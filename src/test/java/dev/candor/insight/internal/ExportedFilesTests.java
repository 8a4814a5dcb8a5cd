package dev.candor.insight.internal;

import static dev.candor.insight.internal.EventsToExport.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.insight.internal.ExportedEvents.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What process-mining tools are given. */
class ExportedFilesTests {

  private static final Set<String> ATTRIBUTES =
      Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");

  @Test
  void shouldWriteATraceForEachCaseWithItsEventsInOrder() throws Exception {
    // when
    var log = xes(events()).getDocumentElement();
    // then
    assertThat(log.getNamespaceURI()).isEqualTo("http://www.xes-standard.org/");
    assertThat(log.getAttribute("xes.version")).isEqualTo("1849.2016");
    assertThat(names(log))
        .containsExactly(
            "extension",
            "extension",
            "extension",
            "global",
            "global",
            "classifier",
            "trace",
            "trace");
    var first = elements(log.getElementsByTagName("trace")).getFirst();
    assertThat(value(first, "concept:name")).isEqualTo("SR-2026-00001");
    assertThat(elements(first.getElementsByTagName("event")))
        .extracting(
            event -> value(event, "concept:name") + " " + value(event, "lifecycle:transition"))
        .containsExactly(
            "Review & request start",
            "Review & request complete",
            "Decide start",
            "Decide complete");
    assertThat(elements(first.getElementsByTagName("event")))
        .extracting(event -> Instant.parse(value(event, "time:timestamp")))
        .isSorted();
  }

  /**
   * The standard's own prefixes, and attributes that have a key and a value and a type it knows.
   */
  @Test
  void shouldUseNothingThatTheStandardDoesNotKnow() throws Exception {
    var log = xes(events());

    var prefixes =
        elements(log.getElementsByTagName("extension")).stream()
            .map(extension -> extension.getAttribute("prefix"))
            .toList();
    for (var holder : List.of("trace", "event")) {
      for (var element : elements(log.getElementsByTagName(holder))) {
        for (var attribute : children(element)) {
          if (!attribute.getTagName().equals("event")) {
            assertThat(ATTRIBUTES).contains(attribute.getTagName());
            assertThat(attribute.getAttribute("value")).isNotEmpty();
            var prefix = attribute.getAttribute("key").split(":")[0];
            assertThat(prefix.equals("candor") || prefixes.contains(prefix)).as(prefix).isTrue();
          }
        }
      }
    }
  }

  @Test
  void shouldWriteObjectsAndTheEventsThatPointAtThem() throws Exception {
    // when
    var ocel = new JsonMapper().readTree(written(OcelFile::new, events()));
    // then
    assertThat(ocel.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("events", "eventTypes", "objects", "objectTypes");
    var objects = ocel.path("objects").findValuesAsText("id");
    assertThat(objects).containsExactlyInAnyOrder("SR-2026-00001", "SR-2026-00002", "UK-IE-NL-IL");
    assertThat(ocel.path("events")).hasSize(3);
    var kinds =
        ocel.path("eventTypes").valueStream().map(kind -> kind.path("name").asText()).toList();
    for (var event : ocel.path("events")) {
      assertThat(kinds).contains(event.path("type").asText());
      assertThat(Instant.parse(event.path("time").asText())).isNotNull();
      assertThat(objects).contains(event.at("/relationships/0/objectId").asText());
    }
    assertThat(ocel.path("objectTypes").valueStream().map(type -> type.path("name").asText()))
        .containsExactly("case", "desk");
  }

  @Test
  void shouldWriteFilesOfNothing() throws Exception {
    assertThat(names(xes(List.of()).getDocumentElement())).doesNotContain("trace");
    assertThat(new JsonMapper().readTree(written(OcelFile::new, List.of())).path("events"))
        .isEmpty();
  }

  private static List<Event> events() {
    return List.of(
        event("SR-2026-00001", 1, "Review & request", "09:00", "11:00"),
        event("SR-2026-00001", 2, "Decide", "11:00", "12:00"),
        event("SR-2026-00002", 3, "Review & request", "10:00", "10:30"));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-23T" + time + ":00Z");
  }

  private static byte[] written(
      Function<ByteArrayOutputStream, ExportedEvents> file, List<Event> events) {
    var out = new ByteArrayOutputStream();
    var written = file.apply(out);
    events.forEach(written::add);
    written.end();
    return out.toByteArray();
  }

  private static Document xes(List<Event> events) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(written(XesFile::new, events)));
  }

  private static String value(Element element, String key) {
    return children(element).stream()
        .filter(child -> child.getAttribute("key").equals(key))
        .findFirst()
        .orElseThrow()
        .getAttribute("value");
  }

  private static List<String> names(Element element) {
    return children(element).stream().map(Element::getTagName).toList();
  }

  private static List<Element> children(Element element) {
    return elements(element.getChildNodes());
  }

  private static List<Element> elements(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
