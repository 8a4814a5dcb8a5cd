package dev.candor.process.internal;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** A BPMN diagram and the names of its elements by their ids. */
record Diagram(String xml, Map<String, String> names) {

  static Diagram of(String xml) {
    try {
      return new Diagram(xml, Map.copyOf(namesIn(xml)));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The engine's diagram is not XML", e);
    }
  }

  String nameOf(String elementId) {
    return names.getOrDefault(elementId, elementId);
  }

  private static Map<String, String> namesIn(String xml) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var names = new HashMap<String, String>();
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    try {
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          var id = reader.getAttributeValue(null, "id");
          var name = reader.getAttributeValue(null, "name");
          if (id != null && name != null && !name.isBlank()) {
            names.put(id, name.replaceAll("\\s+", " ").strip());
          }
        }
      }
    } finally {
      reader.close();
    }
    return names;
  }
}
