package dev.candor.cases.web;

import dev.candor.web.Choice;
import dev.candor.web.Times.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of cases.
 *
 * @param from number of the first row, counted from 1
 * @param previous address of the page with newer cases; null on the first
 * @param next address of the page with older cases; null on the last
 */
public record CaseListPage(
    List<Row> rows,
    long total,
    long from,
    long to,
    @Nullable String previous,
    @Nullable String next) {

  /**
   * @param principal null where this person sees the state only
   */
  public record Row(
      String reference,
      String type,
      @Nullable String principal,
      @Nullable String severity,
      String state,
      @Nullable String desk,
      Moment flaggedAt) {}

  /**
   * @param on whether anything is filtered out
   * @param more whether by one of the filters that are asked for more rarely
   * @param daysInOrder whether any day can be between the first and the last
   */
  public record Filter(
      String q,
      String state,
      String type,
      String desk,
      String from,
      String to,
      String outcome,
      String severity,
      String country,
      List<String> states,
      List<String> types,
      List<String> desks,
      List<String> outcomes,
      List<String> severities,
      List<Choice> countries,
      boolean on,
      boolean more,
      boolean daysInOrder) {}

  /**
   * Without which part of the filter there would be something to see.
   *
   * @param address of the list without it
   */
  public record Loosen(String part, String address) {}
}
