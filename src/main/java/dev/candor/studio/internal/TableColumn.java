package dev.candor.studio.internal;

import dev.candor.process.FileSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What a table of a set has rows for, as far as texts in a column of conditions say it. */
final class TableColumn {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private TableColumn() {}

  /**
   * The texts in the column of this expression. Absent where they do not tell: there is no such
   * table or column, or it has a row for whatever comes.
   */
  static Optional<Set<String>> texts(FileSet set, String file, String column) {
    return Xml.readable(set, file).flatMap(definitions -> texts(definitions, column));
  }

  private static Optional<Set<String>> texts(Element definitions, String name) {
    var column =
        Xml.below(definitions, "inputExpression").stream()
            .map(expression -> expression.getTextContent().strip())
            .toList()
            .indexOf(name);
    var texts = new HashSet<String>();
    for (var rule : Xml.below(definitions, "rule")) {
      var cells = Xml.below(rule, "inputEntry");
      var named = column < 0 ? List.<String>of() : textsOf(cells.get(column));
      if (named.isEmpty()) {
        return Optional.empty();
      }
      texts.addAll(named);
    }
    return Optional.of(texts);
  }

  private static List<String> textsOf(Element cell) {
    var condition = cell.getTextContent().strip();
    return condition.startsWith("not(")
        ? List.of()
        : TEXT.matcher(condition).results().map((MatchResult text) -> text.group(1)).toList();
  }
}
