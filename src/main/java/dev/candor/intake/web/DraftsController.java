package dev.candor.intake.web;

import dev.candor.access.CurrentPerson;
import dev.candor.intake.FlagDrafts;
import dev.candor.web.Message;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Throwing away what a forwarded mail became. */
@Controller
class DraftsController {

  private final FlagDrafts drafts;
  private final CurrentPerson currentPerson;

  DraftsController(FlagDrafts drafts, CurrentPerson currentPerson) {
    this.drafts = drafts;
    this.currentPerson = currentPerson;
  }

  @PostMapping("/flags/drafts/{id}/discard")
  String discard(@PathVariable UUID id, RedirectAttributes answer) {
    drafts.discard(currentPerson.get(), id);
    answer.addFlashAttribute(
        "message", Message.done("The draft is gone, and nothing of it is kept."));
    return "redirect:/flags/new";
  }
}
