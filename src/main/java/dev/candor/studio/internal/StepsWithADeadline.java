package dev.candor.studio.internal;

import dev.candor.process.FileSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The steps that the table {@code deadlines} of a set has rows for. */
final class StepsWithADeadline {

  private static final String FILE = "deadlines.dmn";
  private static final String COLUMN = "step";
  private static final Pattern STEP = Pattern.compile("\"([^\"]*)\"");

  private StepsWithADeadline() {}

  /**
   * Absent where no table says which there are: there is none, or it has a row for whatever comes.
   */
  static Optional<Set<String>> in(FileSet set) {
    if (!set.names().contains(FILE)) {
      return Optional.empty();
    }
    try {
      return in(Xml.read(set.text(FILE)));
    } catch (Xml.Unreadable e) {
      return Optional.empty();
    }
  }

  private static Optional<Set<String>> in(Element definitions) {
    var columns =
        Xml.below(definitions, "inputExpression").stream()
            .map(column -> column.getTextContent().strip())
            .toList();
    var steps = new HashSet<String>();
    for (var rule : Xml.below(definitions, "rule")) {
      var cells = Xml.below(rule, "inputEntry");
      var column = columns.indexOf(COLUMN);
      var named =
          column < 0 || column >= cells.size() ? List.<String>of() : stepsIn(cells.get(column));
      if (named.isEmpty()) {
        return Optional.empty();
      }
      steps.addAll(named);
    }
    return Optional.of(steps);
  }

  private static List<String> stepsIn(Element cell) {
    var text = cell.getTextContent().strip();
    return text.startsWith("not(")
        ? List.of()
        : STEP.matcher(text).results().map((MatchResult step) -> step.group(1)).toList();
  }
}
