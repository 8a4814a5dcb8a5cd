package dev.candor.insight.web;

import dev.candor.insight.web.InsightPage.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of deadlines shows, in words.
 *
 * @param ended how many deadlines ended in the period
 * @param share missed, of these; null where they are fewer than five
 * @param before the share in the period before, and how many ended then
 * @param pauses null where fewer than five cases waited
 */
record DeadlinePage(
    Form form,
    int ended,
    @Nullable String share,
    String before,
    int open,
    int atRisk,
    int overdue,
    List<Row> rows,
    @Nullable Pauses pauses) {

  /**
   * @param ended null where they are too few to tell
   * @param before the share breached in the period before
   */
  record Row(
      String step,
      @Nullable String severity,
      @Nullable Ended ended,
      String before,
      int open,
      int atRisk,
      int overdue) {}

  /**
   * @param share breached, of those that ended
   */
  record Ended(int met, int breached, String share) {}

  /**
   * @param cases how many waited for the other side, and of how many
   * @param mean over all cases
   * @param before the median in the period before
   */
  record Pauses(String cases, String median, String p85, String mean, String before) {}
}
