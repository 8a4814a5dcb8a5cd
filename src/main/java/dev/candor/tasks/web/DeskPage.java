package dev.candor.tasks.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk: what there is to do for one person.
 *
 * @param address of this list without a task in hand
 * @param asked what follows {@code /desk} in it: goes with what is done, so that one comes back
 *     here
 * @param paging null when all tasks are on one page
 * @param empty what to say when there is no task; null when there is
 * @param elsewhere another scope, when this one is empty and that is not
 * @param standsInFor names of those for whom this person stands in
 * @param mentions where this person was mentioned and has not read it
 * @param next what to do after the task in hand; null when nothing is left
 */
public record DeskPage(
    String address,
    String asked,
    List<Scope> scopes,
    List<Line> tasks,
    @Nullable Paging paging,
    FilterPage filter,
    @Nullable Empty empty,
    @Nullable Scope elsewhere,
    List<String> standsInFor,
    Mentions mentions,
    @Nullable Line next) {

  /**
   * @param references of the latest
   * @param more of how many cases besides
   */
  public record Mentions(List<String> references, int more) {}

  public record Scope(String address, String label, long count, boolean here) {}

  public record Empty(String title, String text) {}

  /**
   * Which part of the list is shown.
   *
   * @param from number of the first task, counted from 1
   * @param previous address of the page before, with the same task in hand; null on the first
   * @param next address of the page after, with the same task in hand; null on the last
   */
  public record Paging(
      long from, long to, long total, @Nullable String previous, @Nullable String next) {}

  /**
   * One row, all in words: there are fifty on a page, and what a template works out costs more.
   *
   * @param address where it opens, beside the same list
   * @param about the type of the request, and its desk where the list has several; null when it is
   *     not known
   * @param severity null when it is not known
   * @param left until when it is due; null when it has no deadline
   * @param urgency how that looks: {@code late}, {@code soon} or nothing
   * @param sinceIso when it was offered, for machines
   * @param holder who has it; null when nobody
   * @param current whether it is the one in hand
   */
  public record Line(
      String address,
      String name,
      String reference,
      @Nullable String about,
      @Nullable Gravity severity,
      @Nullable String left,
      @Nullable String urgency,
      String sinceIso,
      String since,
      @Nullable String holder,
      boolean current) {}

  /**
   * @param code names its colour
   * @param shape address of its shape within the page
   * @param word what people read
   */
  public record Gravity(String code, String shape, String word) {}
}
