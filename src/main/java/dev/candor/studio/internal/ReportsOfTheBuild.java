package dev.candor.studio.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What the rules said of our own diagrams when this was built ({@code bundle-check.mjs}). Most sets
 * change one file and leave the others: these need not be examined again, which takes seconds.
 */
final class ReportsOfTheBuild {

  private static final String FILE = "diagram-reports.json";

  private final Map<String, Examined> byFile;

  private ReportsOfTheBuild(Map<String, Examined> byFile) {
    this.byFile = byFile;
  }

  static ReportsOfTheBuild read() {
    try (var reports =
        Objects.requireNonNull(ReportsOfTheBuild.class.getResourceAsStream(FILE), FILE)) {
      return new ReportsOfTheBuild(
          new ObjectMapper().readValue(reports, new TypeReference<Map<String, Examined>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty unless the file is to the letter as it was then. */
  Optional<DiagramReport> of(String file, String xml) {
    return Optional.ofNullable(byFile.get(file))
        .filter(examined -> examined.sha256().equals(DigestUtils.sha256Hex(xml)))
        .map(Examined::report);
  }

  private record Examined(String sha256, DiagramReport report) {}
}
