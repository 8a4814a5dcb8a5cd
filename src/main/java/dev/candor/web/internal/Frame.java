package dev.candor.web.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around a page's own content.
 *
 * @param person null while nobody is signed in: then there is no rail and no top line
 * @param search where the search in the top line leads; null when this person has nothing to search
 */
public record Frame(@Nullable Who person, List<Place> rail, @Nullable String search) {

  static final Frame NOBODY = new Frame(null, List.of(), null);

  /**
   * @param desk what they work for, in words
   */
  public record Who(String name, String desk) {}

  /**
   * @param here whether the page that is shown is this one or one below it
   */
  public record Place(String key, String label, String path, boolean here) {}
}
