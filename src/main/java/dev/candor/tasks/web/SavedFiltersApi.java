package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.tasks.SavedFilter;
import dev.candor.tasks.SavedFilters;
import dev.candor.web.InvalidInput;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of the desk under a name, over HTTP. Whose tasks are on one depends on who asks. */
@RestController
@RequestMapping(path = "/api/filters", produces = MediaType.APPLICATION_JSON_VALUE)
class SavedFiltersApi {

  private final SavedFilters filters;
  private final CurrentPerson currentPerson;

  SavedFiltersApi(SavedFilters filters, CurrentPerson currentPerson) {
    this.filters = filters;
    this.currentPerson = currentPerson;
  }

  /** One's own, by name. */
  @GetMapping
  List<SavedFilter> list() {
    return filters.of(currentPerson.get());
  }

  /** One's own, or a colleague's who shares it. */
  @GetMapping("/{id}")
  Object one(@PathVariable UUID id, HttpServletRequest request) {
    return filters
        .find(currentPerson.get(), id)
        .<Object>map(filter -> filter)
        .orElseGet(() -> Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such filter"));
  }

  /**
   * In the place of one's own of the same name: so it is shared, too, and kept to oneself again.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SavedFilter save(@RequestBody NewFilter wanted) {
    if (wanted.name() == null) {
      throw new InvalidInput("name", "Is required");
    }
    var list = DeskQuery.ofText(wanted.query() == null ? "" : wanted.query());
    var shared = Boolean.TRUE.equals(wanted.shared());
    return filters.save(currentPerson.get(), wanted.name(), list.text(), shared);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id) {
    filters.delete(currentPerson.get(), id);
  }

  /**
   * @param query what follows the question mark in the desk's address, such as {@code
   *     scope=group&severity=high}; what there is not is left out
   * @param shared whether colleagues who have its id may open it; left out means not
   */
  record NewFilter(@Nullable String name, @Nullable String query, @Nullable Boolean shared) {}
}
