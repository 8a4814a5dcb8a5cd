package dev.candor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One section of {@code target/bench/report.md}: a heading, sentences and tables in Markdown. The
 * first section of a run begins the report anew, with the machine it is about.
 */
public final class Report {

  private static final Path FILE =
      Path.of(System.getProperty("candor.bench.report", "target/bench/report.md"));
  private static final String RUN =
      "<!-- run %s -->".formatted(System.getProperty("candor.bench.run", "by hand"));

  private final StringBuilder text = new StringBuilder();

  /** Made before the measurement: how busy the machine is then is what the report says. */
  public Report(String title) {
    begin();
    text.append("\n## ").append(title).append('\n');
  }

  /** A paragraph: what was done, with which settings, and what the figures mean. */
  public Report say(String sentences) {
    text.append('\n').append(sentences.strip()).append('\n');
    return this;
  }

  /** A table with columns as wide as what is in them. */
  public Report table(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Stream.concat(Stream.of(head), rows.stream())
              .mapToInt(row -> row.get(column).length())
              .max()
              .orElseThrow();
    }
    text.append('\n');
    line(head, widths);
    line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    rows.forEach(row -> line(row, widths));
    return this;
  }

  private void line(List<String> cells, int[] widths) {
    text.append('|');
    for (int i = 0; i < widths.length; i++) {
      text.append(' ').append(cells.get(i)).repeat(' ', widths[i] - cells.get(i).length());
      text.append(" |");
    }
    text.append('\n');
  }

  /** Adds the section to the report, and shows it. */
  public void write() {
    try {
      Files.writeString(FILE, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(text);
  }

  private static void begin() {
    try {
      if (!Files.exists(FILE) || !Files.readString(FILE).contains(RUN)) {
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.writeString(FILE, "# Measured\n\n" + Machine.describe() + "\n\n" + RUN + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
