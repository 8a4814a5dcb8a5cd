package dev.candor.studio.internal;

import dev.candor.calendar.CalendarCells;
import dev.candor.process.FileSet;
import dev.candor.studio.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * When desks work: each row of {@code deskCalendar} can be read, and each desk that {@code desk}
 * answers has one. Else no deadline could be set, and every case would stand still at its first
 * step.
 */
final class CalendarCheck {

  private static final String CALENDAR = "deskCalendar.dmn";
  private static final String DESKS = "desk.dmn";

  private CalendarCheck() {}

  static List<Finding> findings(FileSet set) {
    var findings = new ArrayList<Finding>();
    Xml.readable(set, CALENDAR).ifPresent(table -> checkRows(table, findings));
    var known = TableColumn.texts(set, CALENDAR, "desk");
    Xml.readable(set, DESKS)
        .ifPresent(
            desks ->
                known.ifPresent(
                    kept ->
                        Xml.below(desks, "rule")
                            .forEach(
                                rule ->
                                    desk(rule)
                                        .filter(desk -> !kept.contains(desk))
                                        .map(desk -> missing(rule, desk))
                                        .ifPresent(findings::add))));
    return findings;
  }

  private static void checkRows(Element table, List<Finding> findings) {
    var names = Xml.below(table, "output").stream().map(output -> output.getAttribute("name"));
    var columns = names.toList();
    var rows = Xml.below(table, "rule");
    for (var row = 0; row < rows.size(); row++) {
      var rule = rows.get(row);
      var written = Xml.below(rule, "outputEntry").stream().map(CalendarCheck::text).toList();
      if (written.size() == columns.size() && written.stream().allMatch(Optional::isPresent)) {
        var cells = new HashMap<String, String>();
        for (var column = 0; column < columns.size(); column++) {
          cells.put(columns.get(column), written.get(column).orElseThrow());
        }
        var what = "is row %d of deskCalendar and no calendar: %%s".formatted(row + 1);
        CalendarCells.wrongWith(cells)
            .map(wrong -> finding(CALENDAR, rule, what.formatted(wrong), "mend that cell"))
            .ifPresent(findings::add);
      }
    }
  }

  private static Optional<String> desk(Element rule) {
    return Xml.below(rule, "outputEntry").stream().findFirst().flatMap(CalendarCheck::text);
  }

  private static Finding missing(Element rule, String desk) {
    return finding(
        DESKS,
        rule,
        "answers the desk \"%s\", for which deskCalendar has no row".formatted(desk),
        "write one into deskCalendar.dmn");
  }

  private static Finding finding(String file, Element rule, String what, String mend) {
    return new Finding(file, rule.getAttribute("id"), what, mend);
  }

  /** Of a cell that is a text; what an expression answers is not known before it is asked. */
  private static Optional<String> text(Element cell) {
    var written = cell.getTextContent().strip();
    return written.matches("\"[^\"]*\"")
        ? Optional.of(written.substring(1, written.length() - 1))
        : Optional.empty();
  }
}
