package dev.candor.cases.web;

import dev.candor.cases.CaseFilter;
import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters by which the API is asked for a list over cases: all that are to blame are named
 * at once.
 */
final class ListAskedFor {

  private final List<FieldError> errors = new ArrayList<>();

  ListAskedFor(@Nullable String desk, int page, int size) {
    require(desk == null || desk.indexOf('\0') < 0, "desk", "There is no such desk");
    require(page >= 0, "page", "Must be 0 or more");
    require(
        size >= 1 && size <= CaseFilter.LARGEST_PAGE,
        "size",
        "Must be 1 to " + CaseFilter.LARGEST_PAGE);
  }

  ListAskedFor require(boolean holds, String parameter, String message) {
    if (!holds) {
      errors.add(new FieldError(parameter, message));
    }
    return this;
  }

  void check() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
