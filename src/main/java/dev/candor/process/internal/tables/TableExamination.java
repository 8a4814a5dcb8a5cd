package dev.candor.process.internal.tables;

import dev.candor.process.TableFinding;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One table: its cells by themselves, and if they can be read, what they do together. */
public final class TableExamination {

  private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "COLLECT");
  private static final int A_REASON = 20;

  private final Table table;
  private final List<TableFinding> findings = new ArrayList<>();

  public TableExamination(Table table) {
    this.table = table;
  }

  public List<TableFinding> findings() {
    if (!POLICIES.contains(table.hitPolicy())) {
      find(
          table.decision(),
          "has the hit policy " + table.hitPolicy(),
          "set it to Unique, First or Collect");
    }
    if (table.rows().isEmpty()) {
      find(table.decision(), "has no row", "add one that catches everything");
      return findings;
    }
    table.rows().forEach(this::checkAnnotation);
    table.rows().forEach(this::checkAnswers);
    if (table.hitPolicy().equals("COLLECT") && table.description().length() <= A_REASON) {
      find(
          table.decision(),
          "collects all rows that fit and does not say what for",
          "write it into the decision's documentation");
    }
    var conditions = readConditions();
    if (conditions.isPresent()) {
      checkTogether(conditions.get());
    }
    return findings;
  }

  private void checkAnnotation(Table.Row row) {
    if (row.annotation().length() <= A_REASON) {
      find(row, "does not say why it is there", "write its reason into the column Annotations");
    }
  }

  private void checkAnswers(Table.Row row) {
    for (var column = 0; column < table.outputs().size(); column++) {
      var output = table.outputs().get(column);
      var written = row.answers().get(column);
      var value = Feel.value(written);
      if (value.isEmpty()) {
        find(
            row,
            "answers %s in %s, which is no value".formatted(written, output.name()),
            "write a text in quotation marks, a number, true or false");
      } else if (!isOfType(output.type(), value.get())) {
        find(
            row,
            "answers %s in %s, which is no %s".formatted(written, output.name(), output.type()),
            "write a " + output.type());
      } else if (!output.values().isEmpty()
          && Feel.condition(output.values()).filter(test -> test.fits(value.get())).isEmpty()) {
        find(
            row,
            "answers %s in %s, which that column does not declare"
                .formatted(written, output.name()),
            "choose one of " + output.values());
      }
    }
  }

  private static boolean isOfType(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "number" -> value instanceof Number;
      default -> true;
    };
  }

  /** Empty when a cell or a column cannot be read. */
  private Optional<List<List<Feel.Condition>>> readConditions() {
    var before = findings.size();
    for (var input : table.inputs()) {
      if (Points.of(input, List.of()).isEmpty()) {
        find(
            table.decision(),
            "has an input %s of the type \"%s\", whose values cannot be gone through"
                .formatted(input.name(), input.type()),
            "make it a string, a number or a boolean");
      }
    }
    var rows = table.rows().stream().map(this::readConditions).toList();
    return findings.size() == before ? Optional.of(rows) : Optional.empty();
  }

  private List<Feel.Condition> readConditions(Table.Row row) {
    var conditions = new ArrayList<Feel.Condition>();
    for (var column = 0; column < table.inputs().size(); column++) {
      var input = table.inputs().get(column);
      var cell = row.conditions().get(column);
      var condition = Feel.condition(cell);
      condition.ifPresent(conditions::add);
      if (condition.isEmpty()) {
        find(
            row,
            "asks %s for %s, which cannot be answered by that column alone"
                .formatted(input.name(), cell),
            "write texts in quotation marks, and name no other variable");
      }
      var declared = Points.textsIn(input.values());
      if (!declared.isEmpty() && !declared.containsAll(Points.textsIn(cell))) {
        find(
            row,
            "asks %s for %s, which that column does not declare".formatted(input.name(), cell),
            "choose among " + input.values());
      }
    }
    return conditions;
  }

  private void checkTogether(List<List<Feel.Condition>> conditions) {
    var names = table.inputs().stream().map(Table.Column::name).toList();
    var known = new ArrayList<List<@Nullable Object>>();
    var orNot = new ArrayList<List<@Nullable Object>>();
    for (var column = 0; column < names.size(); column++) {
      var of = column;
      var cells = table.rows().stream().map(row -> row.conditions().get(of)).toList();
      var points = new ArrayList<@Nullable Object>(Points.of(table.inputs().get(column), cells));
      known.add(List.copyOf(points));
      points.add(null);
      orNot.add(points);
    }
    var meetings = Meetings.of(names, orNot, conditions);
    checkReached(meetings);
    switch (table.hitPolicy()) {
      case "FIRST" -> checkRowForTheRest();
      case "UNIQUE" -> {
        checkGaps(Meetings.of(names, known, conditions));
        checkOverlaps(meetings);
      }
      default -> {}
    }
  }

  private void checkGaps(Map<BitSet, String> meetings) {
    var gap = meetings.get(new BitSet());
    if (gap != null) {
      find(table.decision(), "gives no answer when " + gap, "add a row for it");
    }
  }

  /** One that is not the last makes those below it unreachable, which is said of them. */
  private void checkRowForTheRest() {
    if (table.rows().stream().noneMatch(Table.Row::catchesAll)) {
      find(
          table.decision(),
          "gives no answer when none of its rows fits",
          "end it with a row that sets no condition");
    }
  }

  private void checkReached(Map<BitSet, String> meetings) {
    var reached = new BitSet();
    var fitting = new BitSet();
    for (var rows : meetings.keySet()) {
      fitting.or(rows);
      if (!rows.isEmpty()) {
        reached.set(rows.nextSetBit(0));
      }
    }
    for (var row : table.rows()) {
      var index = row.number() - 1;
      if (!fitting.get(index)) {
        find(row, "fits nothing that can come", "correct its conditions, or take it away");
      } else if (table.hitPolicy().equals("FIRST") && !reached.get(index)) {
        find(
            row,
            "is never reached: whatever fits it fits a row above",
            "move it up, or take it away");
      }
    }
  }

  private void checkOverlaps(Map<BitSet, String> meetings) {
    var told = new TreeSet<String>();
    meetings.forEach(
        (rows, input) -> {
          var first = rows.nextSetBit(0);
          for (var other = rows.nextSetBit(first + 1);
              other > 0;
              other = rows.nextSetBit(other + 1)) {
            if (told.add(first + "/" + other)) {
              find(
                  table.rows().get(other),
                  "fits together with row %d when %s".formatted(first + 1, input),
                  "change one of the two so that they exclude each other");
            }
          }
        });
  }

  private void find(Table.Row row, String what, String mend) {
    find(row.id(), "is row %d of %s and %s".formatted(row.number(), table.decision(), what), mend);
  }

  private void find(String element, String what, String mend) {
    findings.add(new TableFinding(element, what, mend));
  }
}
