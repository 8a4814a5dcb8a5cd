package dev.candor.cases.pages;

import dev.candor.web.Times.Moment;
import java.util.List;

/**
 * The files of a case, as its page shows them to one person.
 *
 * @param largest how large one may be, in words
 * @param largestBytes the same in bytes, for the page's script
 */
public record FilesPage(List<Line> lines, boolean mayAdd, String largest, long largestBytes) {

  public Latest<Line> latest() {
    return Latest.of(lines);
  }

  /**
   * @param kind in words
   * @param size in words
   */
  public record Line(String id, String name, String kind, String size, String by, Moment at) {}
}
