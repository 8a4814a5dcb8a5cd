package dev.candor.studio.internal;

import dev.candor.studio.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What holds for every table: whoever reads it from the top gets one answer, and why. */
final class TableCheck {

  private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "COLLECT");
  private static final int A_REASON = 20;

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  private List<String> decisions = List.of();

  private TableCheck(String file) {
    this.file = file;
  }

  static TableCheck of(String file, String text) {
    var check = new TableCheck(file);
    try {
      check.read(Xml.read(text));
    } catch (Xml.Unreadable e) {
      check.find(
          "file", "is not XML, " + e.getMessage(), "open it in the modeler and save it again");
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

  private void read(Element definitions) {
    var all = Xml.below(definitions, "decision");
    decisions = all.stream().map(decision -> decision.getAttribute("id")).toList();
    if (all.isEmpty()) {
      find("file", "has no decision", "draw a table, or take the file away");
    }
    for (var decision : all) {
      for (var table : Xml.below(decision, "decisionTable")) {
        checkTable(decision.getAttribute("id"), table);
      }
    }
  }

  private void checkTable(String decision, Element table) {
    var written = table.getAttribute("hitPolicy");
    var policy = written.isEmpty() ? "UNIQUE" : written;
    if (!POLICIES.contains(policy)) {
      find(decision, "has the hit policy " + policy, "set it to Unique, First or Collect");
    }
    var rules = Xml.below(table, "rule");
    if (rules.isEmpty()) {
      find(decision, "has no row", "add one that catches everything");
      return;
    }
    for (var row = 0; row < rules.size(); row++) {
      var rule = rules.get(row);
      if (annotation(rule).length() <= A_REASON) {
        find(
            rule.getAttribute("id"),
            "is row %d of %s and does not say why it is there".formatted(row + 1, decision),
            "write its reason into the column Annotations");
      }
      if (policy.equals("FIRST") && row < rules.size() - 1 && catchesAll(rule)) {
        find(
            rule.getAttribute("id"),
            "is row %d of %s and catches everything, so no row below is ever reached"
                .formatted(row + 1, decision),
            "move it to the end");
      }
    }
    if (policy.equals("FIRST") && rules.stream().noneMatch(TableCheck::catchesAll)) {
      find(
          decision,
          "gives no answer when none of its rows fits",
          "end it with a row that sets no condition");
    }
  }

  private static String annotation(Element rule) {
    return Xml.children(rule).stream()
        .filter(child -> child.getLocalName().equals("description"))
        .map(child -> child.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static boolean catchesAll(Element rule) {
    return Xml.below(rule, "inputEntry").stream()
        .map(entry -> entry.getTextContent().strip())
        .allMatch(condition -> condition.isEmpty() || condition.equals("-"));
  }

  private void find(String element, String what, String mend) {
    findings.add(new Finding(file, element, what, mend));
  }
}
