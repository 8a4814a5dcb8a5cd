package dev.candor.cases.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import dev.candor.cases.TransparencyFigures.HalfYear;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transparency figures as lines, one number each: what spreadsheets take. */
final class FiguresFile {

  /** In the place of a code: all together that are not told one by one. */
  static final String OTHERS = "OTHERS";

  private static final CsvMapper CSV = new CsvMapper();

  private FiguresFile() {}

  static byte[] csv(List<HalfYear> figures) {
    try {
      return CSV.writer(CSV.schemaFor(Line.class).withHeader())
          .writeValueAsBytes(figures.stream().flatMap(each -> lines(each).stream()).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Figures cannot be written", e);
    }
  }

  /**
   * @param value null for what is withheld
   */
  @JsonPropertyOrder({"halfYear", "figure", "code", "value"})
  record Line(String halfYear, String figure, String code, @Nullable Integer value) {}

  private static List<Line> lines(HalfYear half) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(half.code(), "REQUESTS", "ALL", half.requests()));
    lines.add(new Line(half.code(), "ITEMS_NAMED", "ALL", half.items()));
    for (var counts : half.counts()) {
      var figure = counts.figure().name();
      counts
          .told()
          .forEach(
              count -> lines.add(new Line(half.code(), figure, count.code(), count.requests())));
      if (counts.others() > 0) {
        lines.add(new Line(half.code(), figure, OTHERS, counts.others()));
      }
    }
    var days = half.days();
    lines.add(new Line(half.code(), "DAYS", "HALF", days == null ? null : days.half()));
    lines.add(new Line(half.code(), "DAYS", "NINE_IN_TEN", days == null ? null : days.nineInTen()));
    return lines;
  }
}
