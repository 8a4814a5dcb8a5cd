package dev.candor.tasks.web;

import dev.candor.access.CurrentPerson;
import dev.candor.tasks.SavedFilters;
import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import dev.candor.web.Message;
import dev.candor.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of the desk under a name: kept, opened by a link, deleted. */
@Controller
class SavedFiltersController {

  private final SavedFilters filters;
  private final CurrentPerson currentPerson;

  SavedFiltersController(SavedFilters filters, CurrentPerson currentPerson) {
    this.filters = filters;
    this.currentPerson = currentPerson;
  }

  /** Leads to the list. Whose tasks are on it depends on who opens it. */
  @GetMapping("/desk/filters/{id}")
  Object open(@PathVariable UUID id, HttpServletRequest request) {
    return filters
        .find(currentPerson.get(), id)
        .<Object>map(filter -> "redirect:" + DeskQuery.ofText(filter.query()).address(0, null))
        .orElseGet(() -> Problems.answer(request, HttpStatus.NOT_FOUND, "There is no such filter"));
  }

  @PostMapping("/desk/filters")
  String save(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "false") boolean shared,
      RedirectAttributes answer) {
    var list = DeskQuery.ofText(query);
    try {
      var kept = filters.save(currentPerson.get(), name, list.text(), shared);
      answer.addFlashAttribute(
          "message",
          Message.done(
              kept.shared()
                  ? "The filter is saved. Whoever of your colleagues has its link may open it."
                  : "The filter is saved. Nobody else sees it."));
    } catch (InvalidInput invalid) {
      var error = invalid.errors().getFirst();
      answer.addFlashAttribute(
          "message",
          Message.refused("%s %s. Nothing was saved.".formatted(called(error), error.message())));
    }
    return "redirect:" + list.address(0, null);
  }

  @PostMapping("/desk/filters/{id}/delete")
  String delete(@PathVariable UUID id, RedirectAttributes answer) {
    filters.delete(currentPerson.get(), id);
    answer.addFlashAttribute("message", Message.done("The filter is deleted."));
    return "redirect:/desk";
  }

  private static String called(FieldError error) {
    return error.field().equals("name") ? "Its name" : "The filter";
  }
}
