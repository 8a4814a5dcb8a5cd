package dev.candor.insight.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;

/**
 * OCEL 2.0 as JSON (ocel-standard.org): cases and desks are the objects, each end of a pass is an
 * event. Events come first in the file; what they name is listed when all are written. Until then
 * cases are kept compressed: some tens of bytes each, as most of one is as in the one before.
 */
public final class OcelFile implements ExportedEvents {

  private static final List<String> FACTS = List.of("type", "channel", "severity", "outcome");

  private final JsonMapper mapper = new JsonMapper();
  private final OutputStream out;
  private final JsonGenerator json;
  private final Set<String> kinds = new LinkedHashSet<>();
  private final Set<String> desks = new LinkedHashSet<>();
  private final ByteArrayOutputStream cases = new ByteArrayOutputStream();
  private final DeflaterOutputStream compressed = new DeflaterOutputStream(cases);
  private String last = "";

  public OcelFile(OutputStream out) {
    this.out = out;
    try {
      json = mapper.createGenerator(out);
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
    if (!event.reference().equals(last)) {
      last = event.reference();
      keepCase(event);
    }
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
      writeCases();
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepCase(Event of) {
    var values = List.of(of.type(), of.channel(), of.severity(), of.outcome());
    var attributes = new ArrayList<Map<String, String>>();
    for (int i = 0; i < values.size(); i++) {
      attributes.add(
          Map.of("name", FACTS.get(i), "time", of.begunAt().toString(), "value", values.get(i)));
    }
    var object =
        Map.of(
            "id",
            of.reference(),
            "type",
            "case",
            "attributes",
            attributes,
            "relationships",
            List.of(Map.of("objectId", of.desk(), "qualifier", "handled by")));
    try {
      // One that comes after the desks, of which each case names one.
      compressed.write(',');
      compressed.write(mapper.writeValueAsBytes(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeCases() throws IOException {
    json.flush();
    compressed.close();
    var plain = new InflaterOutputStream(out);
    cases.writeTo(plain);
    plain.finish();
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
