package dev.candor.tasks.web;

import dev.candor.web.Times.Due;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk: what there is to do for one person.
 *
 * @param scope {@code mine} or {@code group}
 * @param elsewhere the other scope, when this one is empty and the other is not
 * @param next what to do after the task in hand; null when nothing is left
 */
public record DeskPage(
    String scope,
    List<Scope> scopes,
    List<Line> tasks,
    String emptyTitle,
    String emptyText,
    @Nullable Scope elsewhere,
    @Nullable Line next) {

  public record Scope(String code, String label, long count, boolean here) {}

  /**
   * @param about the type of the request; null when it is not known
   * @param holder who has it, in words; null when nobody
   * @param current whether it is the one in hand
   */
  public record Line(
      String id,
      String name,
      String reference,
      @Nullable String about,
      @Nullable String severity,
      @Nullable Due due,
      @Nullable String holder,
      boolean current) {}
}
