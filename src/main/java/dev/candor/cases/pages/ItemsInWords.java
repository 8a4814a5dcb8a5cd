package dev.candor.cases.pages;

import java.util.List;

/** Accounts and items in one line: the first few, and how many there are besides. */
public final class ItemsInWords {

  private static final int FEW = 5;

  private ItemsInWords() {}

  /** Empty when there are none. */
  public static String few(List<String> items) {
    var first = String.join(", ", items.subList(0, Math.min(items.size(), FEW)));
    return items.size() > FEW ? first + " and " + (items.size() - FEW) + " more" : first;
  }
}
