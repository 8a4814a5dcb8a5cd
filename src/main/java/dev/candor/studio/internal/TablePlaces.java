package dev.candor.studio.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Where rows and cells of decision tables are, as whoever looks at the table would say it. */
final class TablePlaces {

  private TablePlaces() {}

  /** By the ids of rows and cells: {@code Row 4}, and {@code Row 4, "Working hours"}. */
  static Map<String, String> in(Element definitions) {
    var places = new HashMap<String, String>();
    for (var table : Xml.below(definitions, "decisionTable")) {
      var columns =
          Stream.of("input", "output")
              .flatMap(kind -> childrenOf(table, kind).stream())
              .map(TablePlaces::heading)
              .toList();
      var rows = childrenOf(table, "rule");
      for (var row = 0; row < rows.size(); row++) {
        note("Row " + (row + 1), rows.get(row), columns, places);
      }
    }
    return places;
  }

  private static void note(
      String place, Element row, List<String> columns, Map<String, String> places) {
    places.put(row.getAttribute("id"), place);
    var cells =
        Stream.of("inputEntry", "outputEntry")
            .flatMap(kind -> childrenOf(row, kind).stream())
            .toList();
    for (var column = 0; column < Math.min(cells.size(), columns.size()); column++) {
      places.put(
          cells.get(column).getAttribute("id"), "%s, \"%s\"".formatted(place, columns.get(column)));
    }
  }

  private static String heading(Element column) {
    return Stream.of("label", "name", "id")
        .map(column::getAttribute)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<Element> childrenOf(Element parent, String kind) {
    return Xml.children(parent).stream()
        .filter(child -> child.getLocalName().equals(kind))
        .toList();
  }
}
