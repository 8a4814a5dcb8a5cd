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

  public Page {
    items = List.copyOf(items);
  }
}
