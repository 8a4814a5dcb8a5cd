package dev.candor.cases.pages;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.ProcessPictures;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A case's way through its diagram, as a list of names: the diagram for those who do not see it.
 */
@Component
class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final ProcessPictures pictures;

  Routes(ProcessPictures pictures) {
    this.pictures = pictures;
  }

  /** Null when the engine has not begun it, has forgotten it, or does not answer. */
  CasePage.@Nullable RouteInWords inWords(@Nullable Long processInstanceKey) {
    if (processInstanceKey == null) {
      return null;
    }
    try {
      var parts = new ArrayList<Part>();
      collect(processInstanceKey, parts);
      return parts.isEmpty() ? null : inWords(parts);
    } catch (EngineUnavailable unavailable) {
      LOG.warn("A case is shown without its route: the engine does not answer");
      return null;
    }
  }

  /** A process and those it called, each after the one that called it. */
  private void collect(long processInstanceKey, List<Part> parts) {
    pictures
        .of(processInstanceKey)
        .ifPresent(
            picture -> {
              parts.add(new Part(processInstanceKey, picture));
              pictures.called(processInstanceKey).forEach(called -> collect(called, parts));
            });
  }

  private static CasePage.RouteInWords inWords(List<Part> parts) {
    var passed = new ArrayList<NamedStep>();
    var here = new ArrayList<String>();
    var diagrams = new ArrayList<CasePage.DiagramLine>();
    for (var part : parts) {
      var steps = stepsOf(part.picture().xml());
      for (var step : part.picture().steps()) {
        if (steps.containsKey(step.elementId())) {
          passed.add(new NamedStep(steps.get(step.elementId()), step.order()));
        }
      }
      here.addAll(named(part.picture().active(), steps));
      var folded = !diagrams.isEmpty() && part.picture().active().isEmpty();
      diagrams.add(new CasePage.DiagramLine(part.key(), part.picture().name(), folded));
    }
    return new CasePage.RouteInWords(inOrder(passed), List.copyOf(here), diagrams);
  }

  /** As they were taken: a called process's steps lie between two of the process that called it. */
  private static List<String> inOrder(List<NamedStep> steps) {
    return steps.stream()
        .sorted(Comparator.comparingLong(NamedStep::order))
        .map(NamedStep::name)
        .toList();
  }

  private record Part(long key, ProcessPictures.Picture picture) {}

  private record NamedStep(String name, long order) {}

  private static List<String> named(Collection<String> ids, Map<String, String> names) {
    var named = new ArrayList<String>();
    for (var id : ids) {
      if (names.containsKey(id)) {
        named.add(names.get(id));
      }
    }
    return List.copyOf(named);
  }

  /** Names of tasks and events by id; gateways and flows are no steps, calls are told by theirs. */
  private static Map<String, String> stepsOf(String xml) {
    var names = new HashMap<String, String>();
    try {
      var reader = XML.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT && isStep(reader.getLocalName())) {
          var name = reader.getAttributeValue(null, "name");
          if (name != null) {
            names.put(reader.getAttributeValue(null, "id"), name);
          }
        }
      }
      return names;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The engine's diagram is not XML", e);
    }
  }

  private static boolean isStep(String element) {
    return element.endsWith("Task") || element.endsWith("Event");
  }
}
