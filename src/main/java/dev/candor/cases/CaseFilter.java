package dev.candor.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list. What only content shows (desk, severity) finds no case that somebody sees
 * the state of and nothing else.
 *
 * @param q words to be found in reference, principal, sender, ask, or accounts and items named
 * @param page counted from 0
 * @param size 1 to 100
 */
public record CaseFilter(
    @Nullable CaseState state,
    @Nullable String desk,
    @Nullable RequestType type,
    @Nullable String q,
    Besides besides,
    int page,
    int size) {

  public static final int LARGEST_PAGE = 100;

  public CaseFilter {
    requirePage(page, size);
  }

  public CaseFilter(
      @Nullable CaseState state,
      @Nullable String desk,
      @Nullable RequestType type,
      @Nullable String q,
      int page,
      int size) {
    this(state, desk, type, q, Besides.NOTHING, page, size);
  }

  /**
   * @throws IllegalArgumentException when no list of cases has such a page
   */
  static void requirePage(int page, int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException("page must be 0 or more, size 1 to " + LARGEST_PAGE);
    }
  }

  public static CaseFilter everything(int page, int size) {
    return new CaseFilter(null, null, null, null, page, size);
  }

  /**
   * What is asked for more rarely.
   *
   * @param from the first day on which it was flagged, in the zone of who asks
   * @param to the last of them
   * @param country of who asked, ISO 3166-1 alpha-2
   */
  public record Besides(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Outcome outcome,
      @Nullable Severity severity,
      @Nullable String country) {

    public static final Besides NOTHING = new Besides(null, null, null, null, null);

    /** Whether any day can be in between. */
    public boolean daysAreInOrder() {
      return from == null || to == null || !from.isAfter(to);
    }
  }

  /** One of the things that a list is narrowed down by. */
  public enum Part {
    WORDS,
    STATE,
    TYPE,
    DESK,
    DAYS,
    OUTCOME,
    SEVERITY,
    COUNTRY
  }
}
