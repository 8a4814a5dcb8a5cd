package dev.candor.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which cases to list.
 *
 * @param q words to be found in reference, principal, sender or ask
 * @param page counted from 0
 * @param size 1 to 100
 */
public record CaseFilter(
    @Nullable CaseState state,
    @Nullable String desk,
    @Nullable RequestType type,
    @Nullable String q,
    int page,
    int size) {

  public static final int LARGEST_PAGE = 100;

  public CaseFilter {
    requirePage(page, size);
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
}
