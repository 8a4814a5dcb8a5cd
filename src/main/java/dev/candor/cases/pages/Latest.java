package dev.candor.cases.pages;

import java.util.List;

/**
 * A list that grows, for where there is little room: what came last is shown, what was before it is
 * folded.
 *
 * @param earlier the oldest first
 * @param latest the oldest of these first
 */
public record Latest<T>(List<T> earlier, List<T> latest) {

  private static final int SHOWN = 10;

  /** Of one that has the oldest first. Nothing is folded for less than it takes to say so. */
  static <T> Latest<T> of(List<T> all) {
    var folded = all.size() > SHOWN + 1 ? all.size() - SHOWN : 0;
    return new Latest<>(all.subList(0, folded), all.subList(folded, all.size()));
  }
}
