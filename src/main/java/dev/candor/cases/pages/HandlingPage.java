package dev.candor.cases.pages;

import dev.candor.web.Times.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was put beside a case and written on its way, in words.
 *
 * @param awaitingAnswer the other side was asked to write, and this person can enter what came
 */
public record HandlingPage(
    List<GroundLine> grounds,
    List<PrecedentLine> precedents,
    boolean awaitingAnswer,
    @Nullable WrittenLine answer,
    @Nullable WrittenLine reply,
    @Nullable WrittenLine carriedOut) {

  /**
   * @param source policy, version and clause
   */
  public record GroundLine(String code, String version, String source, boolean assessment) {}

  /**
   * @param likeness names of the facts in common
   * @param words in common; empty when there are none
   * @param items that both name; empty when there are none
   * @param opened by whom and when, in words; empty when nobody opened it from this case
   */
  public record PrecedentLine(
      String reference,
      String type,
      String outcome,
      List<String> likeness,
      String words,
      String items,
      String opened) {}

  /**
   * @param what key of its words, where there is more than one of a kind
   */
  public record WrittenLine(String what, String text, String by, Moment at) {}
}
