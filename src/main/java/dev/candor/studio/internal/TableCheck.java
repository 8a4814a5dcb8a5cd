package dev.candor.studio.internal;

import dev.candor.process.TableFindings;
import dev.candor.studio.Finding;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** What holds for every table: whoever reads it from the top gets one answer, and why. */
final class TableCheck {

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private List<String> decisions = List.of();

  private TableCheck(String file) {
    this.file = file;
  }

  static TableCheck of(String file, String text) {
    var check = new TableCheck(file);
    try {
      check.read(text, Xml.read(text));
    } catch (Xml.Unreadable e) {
      check.find(
          "file", "is not XML, " + e.getMessage(), "open it in the modeler and save it again");
      // What asks for it is not to blame as well.
      check.decisions = List.of(file.replace(".dmn", ""));
    }
    return check;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Ids of the decisions in it. */
  List<String> decisions() {
    return decisions;
  }

  private void read(String text, Element definitions) {
    var all = Xml.below(definitions, "decision");
    decisions = all.stream().map(decision -> decision.getAttribute("id")).toList();
    if (all.isEmpty()) {
      find("file", "has no decision", "draw a table, or take the file away");
    }
    TableFindings.in(text).forEach(found -> find(found.element(), found.what(), found.mend()));
  }

  private void find(String element, String what, String mend) {
    findings.add(new Finding(file, element, what, mend));
  }
}
