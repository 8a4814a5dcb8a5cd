package dev.candor.cases.web;

import dev.candor.access.CurrentPerson;
import dev.candor.cases.AskingAgain;
import dev.candor.cases.AskingAgain.Asker;
import dev.candor.cases.AskingAgain.Filter;
import dev.candor.web.Page;
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
    new ListAskedFor(desk, page, size)
        .require(
            days >= 1 && days <= AskingAgain.LONGEST_PERIOD,
            "days",
            "Must be 1 to " + AskingAgain.LONGEST_PERIOD)
        .check();
    return askingAgain.list(currentPerson.get(), new Filter(days, desk, severalDesks, page, size));
  }
}
