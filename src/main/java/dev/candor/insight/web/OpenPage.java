package dev.candor.insight.web;

import dev.candor.insight.web.InsightPage.Bin;
import dev.candor.insight.web.InsightPage.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of open cases shows, in words; values beside them are for the chart's script.
 *
 * @param ended how many that ended the forecasts rest on
 * @param telling whether enough ended to say anything beside them
 * @param breach null where too few tell
 */
record OpenPage(
    Form form,
    String zone,
    int total,
    long overdue,
    long dueSoon,
    long old,
    int ended,
    boolean telling,
    @Nullable Breach breach,
    Ages ages,
    List<Row> atRisk,
    List<Row> others) {

  /**
   * @param share of the tasks that are due first
   * @param of how many cases that rests on, in words
   */
  record Breach(String share, String of) {}

  /**
   * @param unit of the chart's axis
   * @param marks where so many of those that ended had ended
   */
  record Ages(String unit, List<Bin> bins, List<Mark> marks) {}

  /**
   * @param percent of those that ended
   * @param age in words
   * @param value of the axis
   * @param older how many open cases are, and their share
   */
  record Mark(String percent, String age, String value, long older, String share) {}

  /**
   * @param risk a code, for its words
   * @param older than what share of those that ended
   * @param late how many tasks as long open were late; empty where too few tell
   * @param forecast days by which half, and most, of those that got as old had ended
   */
  record Row(
      String reference,
      String desk,
      @Nullable String severity,
      String steps,
      String age,
      String older,
      String forecast,
      @Nullable String due,
      String late,
      String risk) {}
}
