package dev.candor.studio.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What processes/README.md tells owners to write, so that a test writes that and nothing else. */
final class OwnersReadme {

  private static final Path FILE = Path.of("processes", "README.md");
  private static final Pattern TO_WRITE = Pattern.compile("`([^`]+)`");

  private OwnersReadme() {}

  /** All that is set as code in the step-by-step change with this heading, in its order. */
  static List<String> toWriteFor(String change) {
    return TO_WRITE
        .matcher(section(change))
        .results()
        .map((MatchResult code) -> code.group(1))
        .toList();
  }

  /** The words of that change. */
  static String section(String change) {
    try {
      var text = Files.readString(FILE);
      var from = text.indexOf("**" + change + ".**");
      if (from < 0) {
        throw new IllegalStateException(FILE + " says nothing of: " + change);
      }
      var rest = text.substring(from + 2);
      return rest.split("\n(?=\\*\\*|## )", 2)[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
