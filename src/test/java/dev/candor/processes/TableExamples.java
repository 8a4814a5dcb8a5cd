package dev.candor.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The examples that process owners keep beside a table: a line each, with the rows it must meet,
 * the facts, and behind "= " what the table must answer. A cell that is empty is a fact nobody
 * knows.
 */
record TableExamples(String decision, List<String> facts, List<String> answers, List<Line> lines) {

  static final Path FOLDER = ProcessFiles.FOLDER.resolve("examples");

  private static final String ANSWER = "= ";

  /**
   * @param number in the file, counted from 1
   * @param rules ids of all rows that must fit
   */
  record Line(
      int number, List<String> rules, Map<String, Object> facts, Map<String, Object> answers) {}

  static Path fileOf(String decision) {
    return FOLDER.resolve(decision + ".csv");
  }

  static TableExamples of(String decision) {
    try {
      var lines = Files.readAllLines(fileOf(decision));
      var head = cells(lines.getFirst());
      return new TableExamples(
          decision,
          head.stream().skip(1).filter(name -> !name.startsWith(ANSWER)).toList(),
          head.stream().filter(name -> name.startsWith(ANSWER)).map(TableExamples::bare).toList(),
          IntStream.range(1, lines.size())
              .mapToObj(index -> line(index + 1, head, cells(lines.get(index))))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(int number, List<String> head, List<String> cells) {
    if (cells.size() != head.size()) {
      throw new IllegalStateException(
          "Line %d has %d cells, its table has %d columns"
              .formatted(number, cells.size(), head.size()));
    }
    var facts = new HashMap<String, Object>();
    var answers = new HashMap<String, Object>();
    for (var column = 1; column < head.size(); column++) {
      var name = head.get(column);
      var value = value(cells.get(column));
      if (value != null) {
        (name.startsWith(ANSWER) ? answers : facts).put(bare(name), value);
      }
    }
    var rules = Arrays.stream(cells.getFirst().split(" ")).filter(id -> !id.isBlank()).toList();
    return new Line(number, rules, facts, answers);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static String bare(String name) {
    return name.startsWith(ANSWER) ? name.substring(ANSWER.length()) : name;
  }

  private static @Nullable Object value(String cell) {
    return switch (cell) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> cell.matches("-?\\d+") ? (Object) Integer.valueOf(cell) : cell;
    };
  }
}
