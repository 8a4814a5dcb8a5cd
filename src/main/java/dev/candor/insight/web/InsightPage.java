package dev.candor.insight.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of cycle times shows, in words; values beside them are for the charts' scripts.
 *
 * @param counted what is counted
 * @param unit of the axes that show times
 * @param headline null where there are too few
 * @param flow empty where it is not told
 * @param bucket above their days: {@code Week of}
 */
record InsightPage(
    Form form,
    Counted counted,
    String unit,
    @Nullable Headline headline,
    List<Bin> distribution,
    Control control,
    List<Place> flow,
    String flowUnit,
    String bucket,
    List<Line> groups,
    String grouped) {

  /** Whether any group is large enough to be drawn. */
  public boolean isDrawn() {
    return groups.stream().anyMatch(line -> line.times() != null);
  }

  /**
   * @param choices of each dimension: code to words
   * @param only what is chosen
   * @param step the step that is chosen; empty for cases
   * @param address of files of the same: {@code ?from=2026-09-01&to=…}
   */
  record Form(
      String from,
      String to,
      String calendar,
      String by,
      List<Choice> bys,
      Map<String, List<Choice>> choices,
      Map<String, String> only,
      List<Choice> steps,
      String step,
      String address) {}

  record Choice(String code, String name) {}

  /**
   * @param one {@code case}
   * @param many {@code Cases}
   * @param title of what ended
   * @param time what their time is called
   */
  record Counted(String one, String many, String title, String time) {}

  record Headline(int n, String nBefore, List<Figure> figures, Split split) {}

  /**
   * @param between the confidence interval
   * @param before what it was in the period before, and the change
   */
  record Figure(String name, String value, String between, String before) {}

  record Split(List<Share> shares) {}

  /**
   * @param code names its colour
   * @param percent of the whole
   */
  record Share(String code, String name, String mean, String percent, String value) {}

  record Bin(String span, int n, String share, String from, String to) {}

  /**
   * @param of what its points are
   * @param said what the rules say of them
   */
  record Control(
      List<Point> points, String mean, String upper, String lower, String of, String said) {}

  record Point(
      String name,
      String time,
      String value,
      String signal,
      String mean,
      String upper,
      String lower) {}

  record Place(
      String day, String iso, int arrived, int ended, int open, int allArrived, int allEnded) {}

  /**
   * @param times null where there are too few
   */
  record Line(String name, @Nullable Cells times) {}

  record Cells(
      int n,
      String median,
      String medianBetween,
      String before,
      String change,
      String p85,
      String p85Between,
      String p95,
      String p95Between,
      String forUs,
      String inHand,
      String forThem,
      String medianValue,
      String p85Value,
      String p95Value) {}
}
