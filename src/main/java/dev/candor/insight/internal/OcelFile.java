package dev.candor.insight.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * OCEL 2.0 as JSON (ocel-standard.org): cases and desks are the objects, each end of a pass is an
 * event. Events come first in the file; what they name is listed when all are written.
 */
public final class OcelFile implements ExportedEvents {

  private static final List<String> FACTS = List.of("type", "channel", "severity", "outcome");

  private final JsonGenerator json;
  private final Set<String> kinds = new LinkedHashSet<>();
  private final Set<String> desks = new LinkedHashSet<>();
  private final Map<String, Event> cases = new LinkedHashMap<>();

  public OcelFile(OutputStream out) {
    try {
      json = new JsonMapper().createGenerator(out);
      json.writeStartObject();
      json.writeArrayFieldStart("events");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void add(Event event) {
    kinds.add(event.name());
    desks.add(event.desk());
    cases.putIfAbsent(event.reference(), event);
    write(
        Map.of(
            "id", "pass " + event.key(),
            "type", event.name(),
            "time", event.endedAt().toString(),
            "attributes",
                List.of(
                    Map.of("name", "element", "value", event.element()),
                    Map.of("name", "begun", "value", event.begunAt().toString())),
            "relationships",
                List.of(Map.of("objectId", event.reference(), "qualifier", "pass of the case"))));
  }

  @Override
  public void end() {
    try {
      json.writeEndArray();
      json.writeArrayFieldStart("eventTypes");
      kinds.forEach(
          kind ->
              write(
                  Map.of(
                      "name",
                      kind,
                      "attributes",
                      List.of(attribute("element", "string"), attribute("begun", "time")))));
      json.writeEndArray();
      json.writeArrayFieldStart("objectTypes");
      var facts = new ArrayList<Map<String, String>>();
      FACTS.forEach(fact -> facts.add(attribute(fact, "string")));
      write(Map.of("name", "case", "attributes", facts));
      write(Map.of("name", "desk", "attributes", List.of()));
      json.writeEndArray();
      json.writeArrayFieldStart("objects");
      cases.values().forEach(this::writeCase);
      desks.forEach(
          desk ->
              write(
                  Map.of(
                      "id",
                      desk,
                      "type",
                      "desk",
                      "attributes",
                      List.of(),
                      "relationships",
                      List.of())));
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeCase(Event of) {
    var values = List.of(of.type(), of.channel(), of.severity(), of.outcome());
    var attributes = new ArrayList<Map<String, String>>();
    for (int i = 0; i < values.size(); i++) {
      attributes.add(
          Map.of("name", FACTS.get(i), "time", of.begunAt().toString(), "value", values.get(i)));
    }
    write(
        Map.of(
            "id",
            of.reference(),
            "type",
            "case",
            "attributes",
            attributes,
            "relationships",
            List.of(Map.of("objectId", of.desk(), "qualifier", "handled by"))));
  }

  private static Map<String, String> attribute(String name, String type) {
    return Map.of("name", name, "type", type);
  }

  private void write(Map<String, ?> value) {
    try {
      json.writePOJO(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
