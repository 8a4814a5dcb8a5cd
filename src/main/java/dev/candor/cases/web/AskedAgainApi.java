package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.AskingAgain;
import dev.candor.cases.AskingAgain.Asker;
import dev.candor.cases.AskingAgain.Filter;
import dev.candor.cases.CaseFilter;
import dev.candor.web.FieldError;
import dev.candor.web.InvalidInput;
import dev.candor.web.Page;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who asks more than once, as JSON. */
@RestController
class AskedAgainApi {

  private final AskingAgain askingAgain;
  private final CurrentPerson currentPerson;

  AskedAgainApi(AskingAgain askingAgain, CurrentPerson currentPerson) {
    this.askingAgain = askingAgain;
    this.currentPerson = currentPerson;
  }

  @GetMapping("/api/asked-again")
  Page<Asker> list(
      @RequestParam(defaultValue = "365") int days,
      @RequestParam(required = false) @Nullable String desk,
      @RequestParam(defaultValue = "false") boolean severalDesks,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    var errors = new ArrayList<FieldError>();
    if (days < 1 || days > AskingAgain.LONGEST_PERIOD) {
      errors.add(new FieldError("days", "Must be 1 to " + AskingAgain.LONGEST_PERIOD));
    }
    if (desk != null && desk.indexOf('\0') >= 0) {
      errors.add(new FieldError("desk", "There is no such desk"));
    }
    if (page < 0) {
      errors.add(new FieldError("page", "Must be 0 or more"));
    }
    if (size < 1 || size > CaseFilter.LARGEST_PAGE) {
      errors.add(new FieldError("size", "Must be 1 to " + CaseFilter.LARGEST_PAGE));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return askingAgain.list(currentPerson.get(), new Filter(days, desk, severalDesks, page, size));
  }
}
