package dev.candor.insight.internal;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XES, IEEE 1849-2016: a trace for each case, and an event for each beginning and end. */
public final class XesFile implements ExportedEvents {

  private static final Map<String, String> EXTENSIONS =
      Map.of("Concept", "concept", "Lifecycle", "lifecycle", "Time", "time");

  private final XMLStreamWriter xml;
  private final List<Event> trace = new ArrayList<>();

  private record Moment(Event of, Instant at, String transition) {}

  public XesFile(OutputStream out) {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("log");
      xml.writeDefaultNamespace("http://www.xes-standard.org/");
      xml.writeAttribute("xes.version", "1849.2016");
      xml.writeAttribute("xes.features", "");
      for (var extension :
          EXTENSIONS.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", extension.getKey());
        xml.writeAttribute("prefix", extension.getValue());
        xml.writeAttribute(
            "uri", "http://www.xes-standard.org/" + extension.getValue() + ".xesext");
      }
      // What a classifier names, every event has.
      global("trace", Map.of("concept:name", "string"));
      global(
          "event",
          Map.of(
              "concept:name",
              "string",
              "lifecycle:transition",
              "string",
              "time:timestamp",
              "date"));
      xml.writeEmptyElement("classifier");
      xml.writeAttribute("name", "Activity");
      xml.writeAttribute("keys", "concept:name");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void add(Event event) {
    if (!trace.isEmpty() && !trace.getFirst().reference().equals(event.reference())) {
      writeTrace();
    }
    trace.add(event);
  }

  @Override
  public void end() {
    try {
      if (!trace.isEmpty()) {
        writeTrace();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeTrace() {
    try {
      var of = trace.getFirst();
      xml.writeStartElement("trace");
      text("concept:name", of.reference());
      text("candor:type", of.type());
      text("candor:channel", of.channel());
      text("candor:severity", of.severity());
      text("candor:desk", of.desk());
      text("candor:outcome", of.outcome());
      value("int", "candor:version", String.valueOf(of.version()));
      var moments = new ArrayList<Moment>();
      for (var event : trace) {
        moments.add(new Moment(event, event.begunAt(), "start"));
        moments.add(new Moment(event, event.endedAt(), "complete"));
      }
      moments.sort(Comparator.comparing(Moment::at));
      for (var moment : moments) {
        xml.writeStartElement("event");
        text("concept:name", moment.of().name());
        text("concept:instance", String.valueOf(moment.of().key()));
        text("lifecycle:transition", moment.transition());
        value("date", "time:timestamp", moment.at().toString());
        text("candor:element", moment.of().element());
        text("candor:kind", moment.of().kind());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      trace.clear();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param attributes kinds by their keys; their values are never used, as none is left out
   */
  private void global(String scope, Map<String, String> attributes) throws XMLStreamException {
    xml.writeStartElement("global");
    xml.writeAttribute("scope", scope);
    for (var key : attributes.keySet().stream().sorted().toList()) {
      var kind = attributes.get(key);
      value(kind, key, kind.equals("date") ? Instant.EPOCH.toString() : "none");
    }
    xml.writeEndElement();
  }

  private void text(String key, String value) throws XMLStreamException {
    value("string", key, value);
  }

  private void value(String kind, String key, String value) throws XMLStreamException {
    xml.writeEmptyElement(kind);
    xml.writeAttribute("key", key);
    xml.writeAttribute("value", value);
  }
}
