package dev.candor.web;

import java.util.List;

/**
 * A part of a list, as every list of the API answers.
 *
 * @param total how many there are in all
 * @param page counted from 0
 * @param size how many a full page has
 */
public record Page<T>(List<T> items, long total, int page, int size) {

  private static final int LAST = 100_000;

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Counted from 0, which the address of a page of the service asks for by a number counted from 1;
   * the first where it asks for none.
   */
  public static int askedFor(String number) {
    return number.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(number), LAST) - 1 : 0;
  }
}
